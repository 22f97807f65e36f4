// SPDX-License-Identifier: EUPL-1.2

internal import COpenSSL

/// A private key and its one owner; the memory is wiped and freed with it.
///
/// `@unchecked Sendable` because the key never changes after its initialiser, and OpenSSL guards
/// the caches and the reference count inside it.
package struct PrivateKey: ~Copyable, @unchecked Sendable {
    private let key: OpaquePointer
    package let publicKey: PublicKey

    /// A new key on P-256, the curve that handshakes are fastest with.
    ///
    /// - Throws: ``CryptoError`` `LIBRARY_FAILED`.
    package static func generate() throws(CryptoError) -> PrivateKey {
        CryptoError.clearQueue()
        guard let key = recours_generate_p256() else { throw .library("No key could be made") }
        return try PrivateKey(taking: key)
    }

    /// A new Ed25519 key, for signatures that other tools verify (RFC 8032).
    ///
    /// - Throws: ``CryptoError`` `LIBRARY_FAILED`.
    package static func generateEd25519() throws(CryptoError) -> PrivateKey {
        CryptoError.clearQueue()
        guard let key = recours_generate_ed25519() else { throw .library("No key could be made") }
        return try PrivateKey(taking: key)
    }

    /// Reads PKCS #8 or SEC 1 without a passphrase.
    ///
    /// - Throws: ``CryptoError`` `KEY_UNREADABLE`, `KEY_ENCRYPTED`, `KEY_KIND_REFUSED`.
    package init(pem: [UInt8]) throws(CryptoError) {
        guard pem.count <= PEM.largestBytes else {
            throw CryptoError(code: .keyUnreadable, message: "The key's PEM text is too long")
        }
        CryptoError.clearQueue()
        var wasAsked: CInt = 0
        let key = pem.withUnsafeBytes { bytes -> OpaquePointer? in
            guard let reader = recours_bio_reading(bytes.baseAddress, CInt(bytes.count)) else {
                return nil
            }
            defer { BIO_free(reader) }
            // Without a callback OpenSSL would ask for the passphrase on the terminal.
            return PEM_read_bio_PrivateKey(
                reader, nil,
                { _, _, _, wasAsked in
                    wasAsked?.storeBytes(of: 1, as: CInt.self)
                    return -1
                }, &wasAsked)
        }
        let cause = CryptoError.drainQueue()
        guard let key else {
            throw wasAsked != 0
                ? CryptoError(
                    code: .keyEncrypted, message: "The private key has a passphrase",
                    remedy: "Remove it (openssl pkey -in KEY -out KEY) and guard the file.")
                : CryptoError(
                    code: .keyUnreadable, message: "The private key cannot be read",
                    remedy: "Give one PEM block that begins with -----BEGIN PRIVATE KEY-----.",
                    cause: cause)
        }
        try self.init(taking: key)
    }

    /// Owns `key` from here on, also if it throws.
    private init(taking key: OpaquePointer) throws(CryptoError) {
        do throws(CryptoError) {
            guard KeyKind(of: key) != nil else { throw .keyKindRefused }
            CryptoError.clearQueue()
            guard let derBytes = DER.write({ i2d_PUBKEY(key, $0) }) else {
                throw .library("The public key cannot be had")
            }
            publicKey = try PublicKey(derBytes: derBytes)
        } catch {
            EVP_PKEY_free(key)
            throw error
        }
        self.key = key
    }

    deinit {
        EVP_PKEY_free(key)
    }

    /// PKCS #8 in PEM, without a passphrase: for a file of mode 0600.
    ///
    /// - Throws: ``CryptoError`` `LIBRARY_FAILED`.
    package func pem() throws(CryptoError) -> String {
        try PEM.written("The key could not be written") { writer in
            PEM_write_bio_PKCS8PrivateKey(writer, key, nil, nil, 0, nil, nil) == 1
        }
    }

    /// Lends OpenSSL's form of the key, and the digest to sign with, for the length of one call.
    func withSigner<Result>(_ body: (OpaquePointer, OpaquePointer?) -> Result) -> Result {
        switch publicKey.kind {
        case .p256: body(key, EVP_sha256())
        case .p384: body(key, EVP_sha384())
        // Ed25519 hashes by itself.
        case .ed25519: body(key, nil)
        }
    }
}
