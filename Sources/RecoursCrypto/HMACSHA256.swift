// SPDX-License-Identifier: EUPL-1.2

internal import COpenSSL

/// HMAC with SHA-256 (RFC 2104): a keyed digest, for permutations and marks that only we can make.
package enum HMACSHA256 {
    /// A key may have any length; 32 random bytes are right.
    ///
    /// - Throws: ``CryptoError`` `LIBRARY_FAILED`, `INVALID_ARGUMENT` for a key over 2 GiB.
    package static func code(of message: [UInt8], key: [UInt8]) throws(CryptoError) -> SHA256Digest
    {
        guard let keyCount = CInt(exactly: key.count) else {
            throw CryptoError(code: .invalidArgument, message: "The key is too long")
        }
        CryptoError.clearQueue()
        var result: [UInt8] = .init(repeating: 0, count: SHA256Digest.byteCount)
        var count: UInt32 = 0
        // OpenSSL takes a NULL key for "the one before"; an empty array may give NULL.
        let usedKey = key.isEmpty ? [0] : key
        guard HMAC(EVP_sha256(), usedKey, keyCount, message, message.count, &result, &count) != nil,
            let digest = SHA256Digest(bytes: result)
        else { throw .library("HMAC-SHA-256 failed") }
        return digest
    }
}
