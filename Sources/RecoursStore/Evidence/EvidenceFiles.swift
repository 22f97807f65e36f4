// SPDX-License-Identifier: EUPL-1.2

internal import Foundation

/// What the system does with files and directories, in this store's words. All of it blocks.
enum EvidenceFiles {
    /// Makes a directory that only its owner may enter; true if it was not there.
    static func makeDirectory(_ path: String) throws(StoreError) -> Bool {
        if mkdir(path, 0o700) == 0 { return true }
        guard errno == EEXIST else { throw failure("making the directory \(path)") }
        return false
    }

    /// Makes the names in a directory durable.
    static func syncDirectory(_ path: String) throws(StoreError) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("opening \(path)") }
        defer { Foundation.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure("syncing \(path)") }
    }

    static func names(in path: String) throws(StoreError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: path)
        } catch {
            throw StoreError(
                code: .storageFailed, message: "The directory of evidence cannot be read",
                remedy: "Check that it exists and may be read.", cause: "\(error)")
        }
    }

    /// Size and time of the last change in milliseconds since 1970; nil if there is no such file.
    static func facts(of path: String) -> (size: UInt64, changedMilliseconds: Int64)? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return (UInt64(clamping: status.st_size), milliseconds(status.st_mtim))
    }

    /// When a directory or a file in it was changed last, in milliseconds since 1970; nil if there
    /// is no such directory.
    static func lastChange(in path: String) -> Int64? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR,
            let names = try? names(in: path)
        else { return nil }
        let files = names.compactMap { facts(of: "\(path)/\($0)")?.changedMilliseconds }
        return files.reduce(milliseconds(status.st_mtim), max)
    }

    private static func milliseconds(_ time: timespec) -> Int64 {
        Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
    }

    static func rename(_ path: String, to target: String) throws(StoreError) {
        guard Foundation.rename(path, target) == 0 else { throw failure("renaming to \(target)") }
    }

    /// Removes a file; one that is not there is no failure.
    static func remove(_ path: String) throws(StoreError) {
        guard unlink(path) == 0 || errno == ENOENT else { throw failure("removing \(path)") }
    }

    static func space(at path: String) throws(StoreError) -> StorageSpace {
        var figures = statvfs()
        guard statvfs(path, &figures) == 0 else { throw failure("asking for free space") }
        let block = UInt64(figures.f_frsize)
        return StorageSpace(
            freeBytes: UInt64(figures.f_bavail) * block,
            totalBytes: UInt64(figures.f_blocks) * block)
    }

    static func failure(_ what: String) -> StoreError {
        let reason = errno
        return StoreError(
            code: reason == ENOSPC || reason == EDQUOT ? .storageFull : .storageFailed,
            message: "A file of evidence cannot be kept or read",
            remedy: "Check that the directory exists, is writable and has room.",
            cause: "\(String(cString: strerror(reason))) while \(what)")
    }
}

/// One open file: closed when nobody holds it any more.
final class EvidenceFile {
    private let descriptor: CInt
    private let path: String

    /// Opens a file for reading; nil if there is none.
    static func reading(_ path: String) throws(StoreError) -> EvidenceFile? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0, errno == ENOENT { return nil }
        guard descriptor >= 0 else { throw EvidenceFiles.failure("opening \(path)") }
        return EvidenceFile(descriptor, path)
    }

    /// Opens a file for reading and writing, made if it is missing.
    static func writing(_ path: String) throws(StoreError) -> EvidenceFile {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw EvidenceFiles.failure("opening \(path)") }
        return EvidenceFile(descriptor, path)
    }

    private init(_ descriptor: CInt, _ path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    deinit {
        Foundation.close(descriptor)
    }

    /// Nil if the system does not say.
    var size: UInt64? {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? UInt64(clamping: status.st_size) : nil
    }

    /// At most `count` bytes from a place on; fewer only at the end.
    func read(at offset: UInt64, count: Int) throws(StoreError) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: count)
        while bytes.count < count {
            let place = off_t(clamping: offset + UInt64(bytes.count))
            let got = pread(descriptor, &buffer, count - bytes.count, place)
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw EvidenceFiles.failure("reading \(path)") }
            if got == 0 { break }
            if got == count { return buffer }
            bytes.append(contentsOf: buffer.prefix(got))
        }
        return bytes
    }

    func write(_ all: [UInt8], at offset: UInt64) throws(StoreError) {
        var bytes = all
        while !bytes.isEmpty {
            let place = off_t(clamping: offset + UInt64(all.count - bytes.count))
            let count = pwrite(descriptor, bytes, bytes.count, place)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw EvidenceFiles.failure("writing \(path)") }
            // The rest is moved only if a write was cut short, which a disk hardly does.
            bytes.removeFirst(count)
        }
    }

    func truncate(to size: UInt64) throws(StoreError) {
        guard ftruncate(descriptor, off_t(clamping: size)) == 0 else {
            throw EvidenceFiles.failure("cutting \(path)")
        }
    }

    func sync(_ synchronise: (CInt) -> CInt) throws(StoreError) {
        guard synchronise(descriptor) == 0 else { throw EvidenceFiles.failure("syncing \(path)") }
    }
}

/// How contents are called on disk.
enum ContentName {
    static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }

    /// Nil unless there are `count` bytes in hexadecimal digits.
    static func bytes(_ text: some StringProtocol, count: Int) -> [UInt8]? {
        let digits = Array(text.utf8)
        guard digits.count == 2 * count else { return nil }
        var bytes: [UInt8] = []
        for place in stride(from: 0, to: digits.count, by: 2) {
            let pair = String(decoding: digits[place..<place + 2], as: UTF8.self)
            guard let byte = UInt8(pair, radix: 16) else { return nil }
            bytes.append(byte)
        }
        return bytes
    }
}
