// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCrypto

/// The SHA-256 of a file, which may be larger than the memory.
enum FileDigest {
    /// 32 bytes.
    static func sha256(_ path: String) throws(CommandError) -> [UInt8] {
        let file = try FileHandleOwner(reading: path)
        do throws(CryptoError) {
            var hasher = try SHA256Hasher()
            while let bytes = try read(file).get() { try hasher.update(bytes) }
            return try hasher.finish().bytes
        } catch {
            throw CommandError(.inputOutput, "`\(path)`: \(error.message)", remedy: error.remedy)
        }
    }

    /// A failure to read as one of hashing, so that both are one kind.
    private static func read(_ file: FileHandleOwner) -> Result<[UInt8]?, CryptoError> {
        do throws(CommandError) {
            return .success(try file.read())
        } catch {
            return .failure(CryptoError(code: .invalidArgument, message: error.message))
        }
    }
}
