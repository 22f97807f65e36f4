// SPDX-License-Identifier: EUPL-1.2

internal import COpenSSL

/// SHA-256 of bytes that are all there (FIPS 180-4).
package enum SHA256 {
    /// - Throws: ``CryptoError`` `LIBRARY_FAILED` if OpenSSL has no memory or no SHA-256.
    package static func digest(of bytes: [UInt8]) throws(CryptoError) -> SHA256Digest {
        try digest(of: bytes.span.bytes)
    }

    /// The same for memory of any owner, without a copy.
    package static func digest(of bytes: RawSpan) throws(CryptoError) -> SHA256Digest {
        guard let digest = SHA256Digest(bytes: try hash(of: bytes)) else {
            throw .library("SHA-256 failed")
        }
        return digest
    }

    /// The 32 bytes themselves, for who stores them and compares nothing.
    ///
    /// - Throws: ``CryptoError`` `LIBRARY_FAILED` if OpenSSL has no memory or no SHA-256.
    package static func hash(of bytes: [UInt8]) throws(CryptoError) -> [UInt8] {
        try hash(of: bytes.span.bytes)
    }

    private static func hash(of bytes: RawSpan) throws(CryptoError) -> [UInt8] {
        guard let state = ThreadState.current else { throw .library("SHA-256 failed") }
        var result: [UInt8] = []
        result.reserveCapacity(SHA256Digest.byteCount)
        let isDone = bytes.withUnsafeBytes { bytes in
            EVP_DigestInit_ex2(state, SHA256Algorithm.shared.algorithm, nil) == 1
                && EVP_DigestUpdate(state, bytes.baseAddress, bytes.count) == 1
                && withUnsafeTemporaryAllocation(
                    of: UInt8.self, capacity: SHA256Digest.byteCount
                ) { space in
                    guard EVP_DigestFinal_ex(state, space.baseAddress, nil) == 1 else {
                        return false
                    }
                    result.append(contentsOf: space)
                    return true
                }
        }
        guard isDone else { throw .library("SHA-256 failed") }
        return result
    }
}

/// SHA-256 of bytes that come in parts. The one owner of OpenSSL's state for it.
package struct SHA256Hasher: ~Copyable {
    private let state: OpaquePointer

    /// - Throws: ``CryptoError`` `LIBRARY_FAILED`.
    package init() throws(CryptoError) {
        CryptoError.clearQueue()
        guard let state = EVP_MD_CTX_new() else { throw .library("SHA-256 failed") }
        guard EVP_DigestInit_ex2(state, SHA256Algorithm.shared.algorithm, nil) == 1 else {
            EVP_MD_CTX_free(state)
            throw .library("SHA-256 failed")
        }
        self.state = state
    }

    deinit {
        EVP_MD_CTX_free(state)
    }

    /// Takes the next part.
    ///
    /// - Throws: ``CryptoError`` `LIBRARY_FAILED`.
    package mutating func update(_ bytes: [UInt8]) throws(CryptoError) {
        try update(bytes.span.bytes)
    }

    /// Takes the next part from memory of any owner.
    ///
    /// - Throws: ``CryptoError`` `LIBRARY_FAILED`.
    package mutating func update(_ bytes: RawSpan) throws(CryptoError) {
        CryptoError.clearQueue()
        let status = bytes.withUnsafeBytes { EVP_DigestUpdate(state, $0.baseAddress, $0.count) }
        guard status == 1 else { throw .library("SHA-256 failed") }
    }

    /// The digest of all parts.
    ///
    /// - Throws: ``CryptoError`` `LIBRARY_FAILED`.
    package consuming func finish() throws(CryptoError) -> SHA256Digest {
        CryptoError.clearQueue()
        var result: [UInt8] = .init(repeating: 0, count: SHA256Digest.byteCount)
        guard EVP_DigestFinal_ex(state, &result, nil) == 1,
            let digest = SHA256Digest(bytes: result)
        else { throw .library("SHA-256 failed") }
        return digest
    }
}

/// The algorithm, fetched once: OpenSSL 3 looks it up by name on each use otherwise, which costs
/// more than hashing a short message.
///
/// `@unchecked Sendable` because it is written once, immutable, and never freed.
private struct SHA256Algorithm: @unchecked Sendable {
    static let shared = SHA256Algorithm()

    /// Nil if the library has no SHA-256, which each use then reports.
    let algorithm: OpaquePointer?

    private init() {
        algorithm = EVP_MD_fetch(nil, "SHA2-256", nil)
    }
}

/// OpenSSL's state of a hash, one a thread: to make one for each short message costs half as much
/// as to hash it.
private enum ThreadState {
    private static let slot: CRYPTO_THREAD_LOCAL? = {
        var slot = CRYPTO_THREAD_LOCAL()
        // Called with what the thread had, when it ends.
        let isMade = CRYPTO_THREAD_init_local(&slot) { EVP_MD_CTX_free(OpaquePointer($0)) }
        return isMade == 1 ? slot : nil
    }()

    /// Nil if there is no memory.
    static var current: OpaquePointer? {
        guard var slot else { return nil }
        if let known = CRYPTO_THREAD_get_local(&slot) { return OpaquePointer(known) }
        guard let made = EVP_MD_CTX_new() else { return nil }
        guard CRYPTO_THREAD_set_local(&slot, UnsafeMutableRawPointer(made)) == 1 else {
            EVP_MD_CTX_free(made)
            return nil
        }
        return made
    }
}
