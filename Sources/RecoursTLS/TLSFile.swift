// SPDX-License-Identifier: EUPL-1.2

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Reads the few files a context is made from.
enum TLSFile {
    /// A chain and its key are a few KiB; a trust list of every public CA is 220 KiB.
    static let largestBytes = 1_048_576

    /// The whole file. A secret one is refused if anybody but its owner may read it.
    ///
    /// The permissions are read from the open file, so that they can't be another file's.
    static func read(_ path: String, isSecret: Bool) throws(TLSError) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else {
            throw .unreadable(path, isSecret: isSecret, error: errno)
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else {
            throw .unreadable(path, isSecret: isSecret, error: errno)
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw TLSError(
                code: .fileUnreadable, message: "\(path) is not a regular file",
                remedy: "Name a PEM file.")
        }
        if isSecret, status.st_mode & (S_IRWXG | S_IRWXO) != 0 {
            let mode = String(status.st_mode & 0o777, radix: 8)
            throw TLSError(
                code: .keyFileExposed,
                message: "The key file \(path) is open to others than its owner (mode \(mode))",
                remedy: "Run chmod 600 \(path), and replace the key if others could have read it.")
        }
        guard status.st_size <= largestBytes else {
            throw TLSError(
                code: .fileUnreadable, message: "\(path) is larger than \(largestBytes) bytes",
                remedy: "Name a PEM file.")
        }
        return try contents(of: file, path: path, isSecret: isSecret)
    }

    private static func contents(
        of file: Int32, path: String, isSecret: Bool
    ) throws(TLSError) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16_384)
        while bytes.count <= largestBytes {
            let count = chunk.withUnsafeMutableBytes {
                #if canImport(Glibc)
                    Glibc.read(file, $0.baseAddress, $0.count)
                #elseif canImport(Musl)
                    Musl.read(file, $0.baseAddress, $0.count)
                #else
                    Darwin.read(file, $0.baseAddress, $0.count)
                #endif
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw .unreadable(path, isSecret: isSecret, error: errno)
            }
            if count == 0 { break }
            bytes.append(contentsOf: chunk[..<count])
        }
        return bytes
    }
}

extension TLSError {
    fileprivate static func unreadable(_ path: String, isSecret: Bool, error: Int32) -> TLSError {
        TLSError(
            code: .fileUnreadable,
            message: "Cannot read the \(isSecret ? "key" : "certificate") file \(path)",
            remedy: "Check that it exists and that this user may read it.",
            cause: String(cString: strerror(error)))
    }
}
