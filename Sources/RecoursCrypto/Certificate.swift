// SPDX-License-Identifier: EUPL-1.2

/// A certificate, read once into values. Reading judges nothing: neither its signature nor its
/// dates.
package struct Certificate: Hashable, Sendable {
    /// The certificate as DER.
    package let derBytes: [UInt8]
    /// SHA-256 of ``derBytes``.
    package let fingerprint: SHA256Digest
    /// DER of the SubjectPublicKeyInfo, whatever its kind; see `publicKey()`.
    package let publicKeyBytes: [UInt8]
    /// SHA-256 of ``publicKeyBytes``: what a partner's record is bound to.
    package let publicKeyFingerprint: SHA256Digest
    /// The serial number's bytes without leading zeros, highest first; at most 20 in a sound one.
    package let serialNumber: [UInt8]
    /// Seconds since 1970, both included.
    package let notBefore: Int64
    package let notAfter: Int64
    /// Distinguished names in RFC 2253's form with everything unusual escaped: for people only.
    package let subject: String
    package let issuer: String
    /// URI names as they are, byte for byte: they may hold anything.
    package let uniformResourceIdentifiers: [[UInt8]]
    package let dnsNames: [[UInt8]]
    /// Four or sixteen bytes each in a sound one.
    package let ipAddresses: [[UInt8]]
    /// Whether basic constraints say CA.
    package let isAuthority: Bool
    /// Whether the key may sign certificates or revocation lists.
    package let maySignCertificates: Bool
    /// Whether key usage has digitalSignature and extended key usage clientAuth, both said
    /// outright.
    package let mayAuthenticateClients: Bool
    /// The same for serverAuth.
    package let mayAuthenticateServers: Bool

    /// Reads one certificate that must fill the bytes.
    ///
    /// - Throws: ``CryptoError`` `CERTIFICATE_UNREADABLE`.
    package init(derBytes: [UInt8]) throws(CryptoError) {
        let reader = try CertificateReader(derBytes: derBytes)
        let names = try reader.alternativeNames()
        self.derBytes = derBytes
        fingerprint = try SHA256.digest(of: derBytes)
        publicKeyBytes = try reader.publicKeyBytes()
        publicKeyFingerprint = try SHA256.digest(of: publicKeyBytes)
        serialNumber = reader.serialNumber()
        (notBefore, notAfter) = try reader.validity()
        subject = try reader.name(ofSubject: true)
        issuer = try reader.name(ofSubject: false)
        uniformResourceIdentifiers = names.uniformResourceIdentifiers
        dnsNames = names.dnsNames
        ipAddresses = names.ipAddresses
        isAuthority = reader.isAuthority
        maySignCertificates = reader.maySignCertificates
        mayAuthenticateClients = reader.maySignMessages && reader.isForClients
        mayAuthenticateServers = reader.maySignMessages && reader.isForServers
    }

    /// All certificates of a PEM text, in order; other blocks are passed over.
    ///
    /// - Throws: ``CryptoError`` `CERTIFICATE_UNREADABLE`, also if there is none.
    package static func readAll(pem: [UInt8]) throws(CryptoError) -> [Certificate] {
        let blocks = try PEM.blocks(
            in: pem, label: "CERTIFICATE", failingWith: .certificateUnreadable)
        var certificates: [Certificate] = []
        for block in blocks {
            certificates.append(try Certificate(derBytes: block))
        }
        guard !certificates.isEmpty else {
            throw CryptoError(
                code: .certificateUnreadable, message: "There is no certificate in the PEM text",
                remedy: "Give PEM blocks that begin with -----BEGIN CERTIFICATE-----.")
        }
        return certificates
    }

    /// One PEM block.
    ///
    /// - Throws: ``CryptoError`` `LIBRARY_FAILED`.
    package func pem() throws(CryptoError) -> String {
        try PEM.text(label: "CERTIFICATE", derBytes: derBytes)
    }

    /// The key, to issue another certificate for it.
    ///
    /// - Throws: ``CryptoError`` `KEY_KIND_REFUSED`, `KEY_UNREADABLE`.
    package func publicKey() throws(CryptoError) -> PublicKey {
        try PublicKey(derBytes: publicKeyBytes)
    }

    /// The serial number as lower-case hexadecimal digits, as `openssl x509 -serial` has it but for
    /// the case.
    package var serialText: String {
        Hexadecimal.text(of: serialNumber)
    }
}
