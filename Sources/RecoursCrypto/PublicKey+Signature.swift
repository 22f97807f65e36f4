// SPDX-License-Identifier: EUPL-1.2

internal import COpenSSL

extension PublicKey {
    /// The label of a public key's PEM block (RFC 7468 §13).
    private static let label = "PUBLIC KEY"

    /// Reads the one block of a PEM text.
    ///
    /// - Throws: ``CryptoError`` `KEY_UNREADABLE`, `KEY_KIND_REFUSED`.
    package init(pem: [UInt8]) throws(CryptoError) {
        let blocks = try PEM.blocks(in: pem, label: Self.label, failingWith: .keyUnreadable)
        guard let derBytes = blocks.first, blocks.count == 1 else {
            throw CryptoError(
                code: .keyUnreadable, message: "The text holds \(blocks.count) public keys",
                remedy: "Give one PEM block that begins with -----BEGIN PUBLIC KEY-----.")
        }
        try self.init(derBytes: derBytes)
    }

    /// The key in PEM, as `openssl pkey -pubin` reads it.
    ///
    /// - Throws: ``CryptoError`` `LIBRARY_FAILED`.
    package func pem() throws(CryptoError) -> String {
        try PEM.text(label: Self.label, derBytes: derBytes)
    }

    /// The 32 bytes of an Ed25519 key (RFC 8410 §4: they end its DER); nil for other kinds.
    package var ed25519Bytes: [UInt8]? {
        kind == .ed25519 ? Array(derBytes.suffix(32)) : nil
    }

    /// Whether the key's owner made the signature over the message.
    ///
    /// - Throws: ``CryptoError`` `LIBRARY_FAILED`, `KEY_UNREADABLE`.
    package func verifies(_ signature: [UInt8], of message: [UInt8]) throws(CryptoError) -> Bool {
        let digest: OpaquePointer?
        switch kind {
        case .p256: digest = EVP_sha256()
        case .p384: digest = EVP_sha384()
        // Ed25519 hashes by itself.
        case .ed25519: digest = nil
        }
        guard let state = EVP_MD_CTX_new() else { throw .library("Nothing could be verified") }
        defer { EVP_MD_CTX_free(state) }
        var isReady = false
        var isRight = false
        try withKey { key in
            isReady = EVP_DigestVerifyInit(state, nil, digest, nil, key) == 1
            // Every other answer is a no: also a signature that is none.
            isRight =
                isReady
                && EVP_DigestVerify(state, signature, signature.count, message, message.count) == 1
        }
        guard isReady else { throw .library("Nothing could be verified") }
        CryptoError.clearQueue()
        return isRight
    }
}
