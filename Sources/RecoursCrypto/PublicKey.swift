// SPDX-License-Identifier: EUPL-1.2

internal import COpenSSL

/// The kinds of key that Recours uses (security.md §4.1). RSA is not among them.
package enum KeyKind: Hashable, Sendable {
    case p256
    case p384
    case ed25519

    /// Nil for every other kind, and for a curve given by its parameters instead of its name.
    init?(of key: OpaquePointer?) {
        switch recours_key_kind(key) {
        case Int32(RECOURS_KEY_P256.rawValue): self = .p256
        case Int32(RECOURS_KEY_P384.rawValue): self = .p384
        case Int32(RECOURS_KEY_ED25519.rawValue): self = .ed25519
        default: return nil
        }
    }
}

/// A public key as certificates carry it. A partner is bound to its ``fingerprint``.
package struct PublicKey: Hashable, Sendable {
    /// DER of the SubjectPublicKeyInfo (RFC 5280 §4.1.2.7).
    package let derBytes: [UInt8]
    package let kind: KeyKind
    /// SHA-256 of ``derBytes``: survives a renewal of the certificate with the same key.
    package let fingerprint: SHA256Digest

    /// - Throws: ``CryptoError`` `KEY_UNREADABLE`, `KEY_KIND_REFUSED`.
    package init(derBytes: [UInt8]) throws(CryptoError) {
        var foundKind: KeyKind?
        try Self.withKey(in: derBytes) { foundKind = KeyKind(of: $0) }
        guard let foundKind else { throw .keyKindRefused }
        self.derBytes = derBytes
        kind = foundKind
        fingerprint = try SHA256.digest(of: derBytes)
    }

    /// Lends OpenSSL's form of the key for the length of one call.
    func withKey(_ body: (OpaquePointer) -> Void) throws(CryptoError) {
        try Self.withKey(in: derBytes, body)
    }

    private static func withKey(
        in derBytes: [UInt8], _ body: (OpaquePointer) -> Void
    ) throws(CryptoError) {
        CryptoError.clearQueue()
        let key = DER.read(derBytes, freeing: EVP_PKEY_free) { d2i_PUBKEY(nil, $0, $1) }
        guard let key else {
            throw CryptoError(
                code: .keyUnreadable, message: "The public key cannot be read",
                cause: CryptoError.drainQueue())
        }
        defer { EVP_PKEY_free(key) }
        body(key)
    }
}

extension CryptoError {
    static var keyKindRefused: CryptoError {
        CryptoError(
            code: .keyKindRefused, message: "The key is of a kind that Recours does not use",
            remedy: "Use a key on P-256 or P-384, or an Ed25519 key.")
    }
}
