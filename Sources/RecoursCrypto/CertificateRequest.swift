// SPDX-License-Identifier: EUPL-1.2

internal import COpenSSL

/// A request to certify a key (PKCS #10, RFC 2986), proven to come from who holds the key.
///
/// What the request says beside its key is a wish: the authority decides what a certificate says.
package struct CertificateRequest: Hashable, Sendable {
    /// The request as DER.
    package let derBytes: [UInt8]
    package let publicKey: PublicKey

    /// Makes a request that proposes an identity.
    ///
    /// - Throws: ``CryptoError`` `LIBRARY_FAILED`.
    package init(proposing identity: PartnerIdentity, key: borrowing PrivateKey) throws(CryptoError)
    {
        let names = try AlternativeNamesDraft([.uniformResourceIdentifier(identity.uri)])
        CryptoError.clearQueue()
        guard let request = X509_REQ_new() else { throw .library("No request could be made") }
        defer { X509_REQ_free(request) }
        guard X509_REQ_set_version(request, 0) == 1, names.add(toRequest: request) else {
            throw .library("No request could be made")
        }
        let isSigned = key.withSigner { key, digest in
            X509_REQ_set_pubkey(request, key) == 1 && X509_REQ_sign(request, key, digest) > 0
        }
        guard isSigned, let bytes = DER.write({ i2d_X509_REQ(request, $0) }) else {
            throw .library("The request could not be signed")
        }
        derBytes = bytes
        publicKey = key.publicKey
    }

    /// Reads a request and checks that it is signed by the key it is for.
    ///
    /// - Throws: ``CryptoError`` `REQUEST_UNREADABLE`, `REQUEST_SIGNATURE_WRONG`,
    /// `KEY_KIND_REFUSED`.
    package init(pem: [UInt8]) throws(CryptoError) {
        // Some tools still write the older label.
        var blocks = try PEM.blocks(
            in: pem, label: "CERTIFICATE REQUEST", failingWith: .requestUnreadable)
        blocks += try PEM.blocks(
            in: pem, label: "NEW CERTIFICATE REQUEST", failingWith: .requestUnreadable)
        guard blocks.count == 1, let block = blocks.first else {
            throw CryptoError(
                code: .requestUnreadable,
                message: "The PEM text holds \(blocks.count) requests instead of one",
                remedy: "Give one block that begins with -----BEGIN CERTIFICATE REQUEST-----.")
        }
        try self.init(derBytes: block)
    }

    /// Reads a request and checks that it is signed by the key it is for.
    ///
    /// - Throws: ``CryptoError`` `REQUEST_UNREADABLE`, `REQUEST_SIGNATURE_WRONG`,
    /// `KEY_KIND_REFUSED`.
    package init(derBytes: [UInt8]) throws(CryptoError) {
        CryptoError.clearQueue()
        let request = DER.read(derBytes, freeing: X509_REQ_free) { d2i_X509_REQ(nil, $0, $1) }
        guard let request else {
            throw CryptoError(
                code: .requestUnreadable, message: "The request is not one DER object",
                cause: CryptoError.drainQueue())
        }
        defer { X509_REQ_free(request) }
        guard let key = X509_REQ_get0_pubkey(request) else {
            throw CryptoError(
                code: .requestUnreadable, message: "The request's key cannot be read",
                cause: CryptoError.drainQueue())
        }
        // The kind first: the arithmetic of a huge key costs seconds.
        guard KeyKind(of: key) != nil else { throw .keyKindRefused }
        guard X509_REQ_verify(request, key) == 1 else {
            throw CryptoError(
                code: .requestSignatureWrong,
                message: "The request is not signed by the key it is for",
                remedy: "Make the request again with the private key.",
                cause: CryptoError.drainQueue())
        }
        guard let keyBytes = DER.write({ i2d_PUBKEY(key, $0) }) else {
            throw .library("The request's key cannot be read")
        }
        self.derBytes = derBytes
        publicKey = try PublicKey(derBytes: keyBytes)
    }

    /// One PEM block.
    ///
    /// - Throws: ``CryptoError`` `LIBRARY_FAILED`.
    package func pem() throws(CryptoError) -> String {
        try PEM.text(label: "CERTIFICATE REQUEST", derBytes: derBytes)
    }
}
