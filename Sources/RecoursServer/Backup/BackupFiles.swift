// SPDX-License-Identifier: EUPL-1.2

internal import Foundation
internal import RecoursStore

/// What a backup does with files: all of it blocks, and what is written is durable afterwards.
enum BackupFiles {
    /// Read at a time.
    private static let portion = 1 << 20

    // MARK: Directories

    /// Makes a directory that only its owner may enter; one that is there is as good.
    static func makeDirectory(_ path: String) throws(StoreError) {
        guard mkdir(path, 0o700) != 0 else { return try syncDirectory(parent(of: path)) }
        guard errno == EEXIST else { throw failure("making the directory", path) }
    }

    /// Makes the names in a directory durable.
    static func syncDirectory(_ path: String) throws(StoreError) {
        try withDescriptor(path, O_RDONLY | O_DIRECTORY) { descriptor throws(StoreError) in
            guard fsync(descriptor) == 0 else { throw failure("syncing", path) }
        }
    }

    /// Renames a directory, durably.
    static func rename(_ path: String, to target: String) throws(StoreError) {
        guard Foundation.rename(path, target) == 0 else { throw failure("renaming to", target) }
        try syncDirectory(parent(of: target))
    }

    static func removeAll(_ path: String) throws(StoreError) {
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            throw failure("removing", path)
        }
    }

    /// The names of what lies in a directory; of all that lies below it, if asked so, of files
    /// alone.
    static func names(in path: String) throws(StoreError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: path)
        } catch {
            throw failure("reading the directory", path)
        }
    }

    /// Paths of all files below a directory, counted from it.
    static func filesBelow(_ path: String) throws(StoreError) -> [String] {
        guard let found = FileManager.default.enumerator(atPath: path) else {
            throw failure("reading the directory", path)
        }
        var paths: [String] = []
        while let name = found.nextObject() as? String {
            if !isDirectory("\(path)/\(name)") { paths.append(name) }
        }
        return paths
    }

    /// Whether a directory is there; a link to one is none.
    static func isDirectory(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    static func isThere(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    static func freeBytes(at path: String) throws(StoreError) -> StorageSpace {
        var figures = statvfs()
        guard statvfs(path, &figures) == 0 else { throw failure("asking for room at", path) }
        let block = UInt64(figures.f_frsize)
        return StorageSpace(
            freeBytes: UInt64(figures.f_bavail) * block,
            totalBytes: UInt64(figures.f_blocks) * block)
    }

    // MARK: Files

    /// Writes a new file that only its owner may read.
    static func write(_ bytes: [UInt8], to path: String) throws(StoreError) {
        let flags = O_WRONLY | O_CREAT | O_EXCL
        try withDescriptor(path, flags) { descriptor throws(StoreError) in
            try write(bytes, descriptor, path)
            guard fsync(descriptor) == 0 else { throw failure("syncing", path) }
        }
    }

    /// A whole file; nil if there is none, or it is larger than `limit`.
    static func read(_ path: String, limit: Int) throws(StoreError) -> [UInt8]? {
        guard isThere(path) else { return nil }
        var bytes: [UInt8] = []
        try visit(path) { part throws(StoreError) in
            if bytes.count <= limit { bytes += part }
        }
        return bytes.count <= limit ? bytes : nil
    }

    /// SHA-256 and size of a file.
    static func digest(of path: String) throws(StoreError) -> (sha256: [UInt8], size: UInt64) {
        do {
            let hasher = try SHA256ContentHasher()
            var size: UInt64 = 0
            try visit(path) { part throws(StoreError) in
                size += UInt64(part.count)
                do {
                    try hasher.update(part)
                } catch {
                    throw .internalError("OpenSSL made no hash")
                }
            }
            return (try hasher.finish(), size)
        } catch let error as StoreError {
            throw error
        } catch {
            throw .internalError("OpenSSL made no hash")
        }
    }

    /// Gives a file that never changes a second name, or copies it where that cannot be.
    static func link(_ path: String, to target: String) throws(StoreError) {
        if Foundation.link(path, target) == 0 { return }
        guard errno == EXDEV || errno == EMLINK || errno == EPERM || errno == ENOTSUP else {
            throw failure("linking", path)
        }
        try copy(path, to: target)
    }

    /// Copies a file, durably.
    static func copy(_ path: String, to target: String) throws(StoreError) {
        try withDescriptor(target, O_WRONLY | O_CREAT | O_EXCL) { descriptor throws(StoreError) in
            try visit(path) { part throws(StoreError) in try write(part, descriptor, target) }
            guard fsync(descriptor) == 0 else { throw failure("syncing", target) }
        }
    }

    static func remove(_ path: String) throws(StoreError) {
        guard unlink(path) == 0 || errno == ENOENT else { throw failure("removing", path) }
    }

    // MARK: Parts

    private static func visit(
        _ path: String, _ take: ([UInt8]) throws(StoreError) -> Void
    ) throws(StoreError) {
        try withDescriptor(path, O_RDONLY | O_NOFOLLOW) { descriptor throws(StoreError) in
            var buffer = [UInt8](repeating: 0, count: portion)
            while true {
                let count = Foundation.read(descriptor, &buffer, buffer.count)
                if count < 0, errno == EINTR { continue }
                guard count >= 0 else { throw failure("reading", path) }
                if count == 0 { return }
                try take(count == buffer.count ? buffer : Array(buffer[..<count]))
            }
        }
    }

    private static func write(
        _ bytes: [UInt8], _ descriptor: Int32, _ path: String
    ) throws(StoreError) {
        var rest = bytes
        while !rest.isEmpty {
            let count = Foundation.write(descriptor, rest, rest.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure("writing", path) }
            // The rest is moved only if a write was cut short, which a disk hardly does.
            rest.removeFirst(count)
        }
    }

    private static func withDescriptor(
        _ path: String, _ flags: Int32, _ body: (Int32) throws(StoreError) -> Void
    ) throws(StoreError) {
        let descriptor = open(path, flags | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure("opening", path) }
        defer { close(descriptor) }
        try body(descriptor)
    }

    private static func parent(of path: String) -> String {
        let parent = (path as NSString).deletingLastPathComponent
        return parent.isEmpty ? "." : parent
    }

    private static func failure(_ what: String, _ path: String) -> StoreError {
        let reason = errno
        let isFull = reason == ENOSPC || reason == EDQUOT
        return StoreError(
            code: isFull ? .storageFull : .storageFailed,
            message: "A file of the backup cannot be kept or read",
            remedy: isFull
                ? "Make room on that disk." : "Check that it is there, and who may read and write.",
            cause: "\(String(cString: strerror(reason))) while \(what) \(path)")
    }
}
