// SPDX-License-Identifier: EUPL-1.2

internal import Foundation
internal import RecoursStore
internal import Synchronization

/// The directory of a store, locked for one server until it is released.
final class StoreDirectory: Sendable {
    private let path: String
    /// The lock's descriptor; nil once released.
    private let lock: Mutex<Int32?>
    /// Device and inode of the database file when it was opened.
    private let opened: (device: UInt64, inode: UInt64)

    /// The database's file.
    var databasePath: String { path + "/store.sqlite" }

    /// Makes the directory and the file if they are missing, readable by their owner alone, and
    /// takes the lock. Throws `locked` if another server holds it.
    init(path: String) throws(StoreError) {
        self.path = path
        let parent = (path as NSString).deletingLastPathComponent
        if mkdir(path, 0o700) == 0 {
            try Self.sync(directory: parent.isEmpty ? "." : parent)
        } else if errno != EEXIST {
            throw Self.failure("making the directory \(path)")
        }
        let lock = try Self.takeLock(path + "/store.lock")
        do throws(StoreError) {
            // Made here so that the log and its index, which SQLite makes alike, are private too.
            let file = open(path + "/store.sqlite", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
            guard file >= 0 else { throw Self.failure("opening \(path)/store.sqlite") }
            Foundation.close(file)
            try Self.sync(directory: path)
            opened = try Self.identity(of: path + "/store.sqlite")
            self.lock = Mutex(lock)
        } catch {
            Foundation.close(lock)
            throw error
        }
    }

    deinit {
        release()
    }

    /// Gives the lock back, once no connection is open any more.
    func release() {
        lock.withLock { lock in
            if let descriptor = lock { Foundation.close(descriptor) }
            lock = nil
        }
    }

    /// Makes the names of new files durable: fdatasync of a file does not sync its name.
    func sync() throws(StoreError) {
        try Self.sync(directory: path)
    }

    /// Throws `corrupted` if the file is no longer the one that was opened.
    func checkIdentity() throws(StoreError) {
        let present = try Self.identity(of: databasePath)
        if present != opened {
            throw StoreError(
                code: .corrupted, message: "\(databasePath) was replaced while it was in use",
                remedy: "Find out by whom; put the right file back, then start the server again.")
        }
    }

    /// Free and total bytes, as a process without privileges has them.
    func space() throws(StoreError) -> StorageSpace {
        var figures = statvfs()
        guard statvfs(path, &figures) == 0 else { throw Self.failure("asking for free space") }
        let block = UInt64(figures.f_frsize)
        return StorageSpace(
            freeBytes: UInt64(figures.f_bavail) * block,
            totalBytes: UInt64(figures.f_blocks) * block)
    }

    /// The database and what of it is still in the log.
    func databaseBytes() throws(StoreError) -> UInt64 {
        var bytes: UInt64 = 0
        for path in [databasePath, databasePath + "-wal"] {
            var status = stat()
            if stat(path, &status) == 0 {
                bytes += UInt64(clamping: status.st_size)
            } else if errno != ENOENT {
                throw Self.failure("looking at \(path)")
            }
        }
        return bytes
    }

    /// Makes a file's content durable, whoever has written it.
    static func sync(file path: String) throws(StoreError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("opening \(path)") }
        defer { Foundation.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure("syncing \(path)") }
    }

    private static func takeLock(_ path: String) throws(StoreError) -> Int32 {
        let lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard lock >= 0 else { throw failure("opening \(path)") }
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            let reason = errno
            let owner = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
            Foundation.close(lock)
            guard reason == EWOULDBLOCK else { throw failure("locking \(path)") }
            let named = owner.isEmpty ? "" : " (process \(owner))"
            throw StoreError(
                code: .locked, message: "Another server\(named) is using the store",
                remedy: "Stop it, or give this server a directory of its own.")
        }
        // Only for the words above: the lock is what counts.
        let owner = Array(String(getpid()).utf8)
        guard ftruncate(lock, 0) == 0, write(lock, owner, owner.count) == owner.count else {
            Foundation.close(lock)
            throw failure("writing \(path)")
        }
        return lock
    }

    private static func sync(directory: String) throws(StoreError) {
        let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("opening \(directory)") }
        defer { Foundation.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure("syncing \(directory)") }
    }

    private static func identity(
        of path: String
    ) throws(StoreError) -> (device: UInt64, inode: UInt64) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw failure("looking at \(path)") }
        return (UInt64(status.st_dev), UInt64(status.st_ino))
    }

    private static func failure(_ what: String) -> StoreError {
        let reason = errno
        return StoreError(
            code: reason == ENOSPC ? .storageFull : .storageFailed,
            message: "The store's directory cannot be used",
            remedy: "Check that it exists, is writable and has room.",
            cause: "\(String(cString: strerror(reason))) while \(what)")
    }
}
