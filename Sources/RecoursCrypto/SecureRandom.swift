// SPDX-License-Identifier: EUPL-1.2

internal import COpenSSL

/// Unpredictable bytes from OpenSSL's generator, which the kernel seeds.
package enum SecureRandom {
    /// `count` bytes, 0…1,048,576.
    ///
    /// - Throws: ``CryptoError`` `LIBRARY_FAILED` if there is no randomness, `INVALID_ARGUMENT`.
    package static func bytes(count: Int) throws(CryptoError) -> [UInt8] {
        guard (0...1_048_576).contains(count) else {
            throw CryptoError(code: .invalidArgument, message: "\(count) random bytes are too many")
        }
        var bytes = [UInt8](repeating: 0, count: count)
        CryptoError.clearQueue()
        guard RAND_bytes(&bytes, CInt(count)) == 1 else {
            throw .library("No random bytes could be had")
        }
        return bytes
    }
}
