// SPDX-License-Identifier: EUPL-1.2

internal import COpenSSL

extension PrivateKey {
    /// Signs a message: 64 bytes of Ed25519 (RFC 8032), or a DER signature on the other kinds.
    ///
    /// - Throws: ``CryptoError`` `LIBRARY_FAILED`.
    package func signature(of message: [UInt8]) throws(CryptoError) -> [UInt8] {
        CryptoError.clearQueue()
        guard let state = EVP_MD_CTX_new() else { throw .library("Nothing could be signed") }
        defer { EVP_MD_CTX_free(state) }
        let signature = withSigner { key, digest -> [UInt8]? in
            guard EVP_DigestSignInit(state, nil, digest, nil, key) == 1 else { return nil }
            var count = 0
            guard EVP_DigestSign(state, nil, &count, message, message.count) == 1 else {
                return nil
            }
            var bytes = [UInt8](repeating: 0, count: count)
            guard EVP_DigestSign(state, &bytes, &count, message, message.count) == 1 else {
                return nil
            }
            return Array(bytes.prefix(count))
        }
        guard let signature else { throw .library("Nothing could be signed") }
        return signature
    }
}
