// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCrypto

/// The SHA-256 of a file, which may be larger than the memory.
enum FileDigest {
    /// 32 bytes.
    static func sha256(_ path: String) throws(CommandError) -> [UInt8] {
        let file = try FileHandleOwner(reading: path)
        do {
            var hasher = try SHA256Hasher()
            while let bytes = try file.read() { try hasher.update(bytes) }
            return try hasher.finish().bytes
        } catch let error as CryptoError {
            throw CommandError(.inputOutput, error, path: path)
        } catch {
            throw CommandError(.inputOutput, reading: path, error)
        }
    }
}
