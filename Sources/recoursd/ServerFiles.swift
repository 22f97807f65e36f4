// SPDX-License-Identifier: EUPL-1.2

internal import Glibc

/// Reading and writing the few small files of a server: keys, certificates, configuration.
///
/// What is written is on the disk before the call returns, its directory entry too: a CA key that
/// vanishes in a power cut after `init` said "done" would take every certificate with it.
enum ServerFiles {
    /// Far above any key, certificate or configuration; a wrong path must not fill the memory.
    static let largestBytes = 1_048_576

    /// Who may read a file.
    enum Secrecy: mode_t {
        case owner = 0o600
        case everyone = 0o644
    }

    /// Makes a directory that only its owner may enter, and makes its entry durable.
    static func makeDirectory(_ path: String) throws(DaemonError) {
        if mkdir(path, 0o700) != 0 {
            throw failed("make the directory", path)
        }
        try synchronizeDirectory(holding: path)
    }

    /// Whether a directory holds anything; nil if it isn't there.
    static func isEmptyDirectory(_ path: String) throws(DaemonError) -> Bool? {
        guard let directory = opendir(path) else {
            if errno == ENOENT { return nil }
            throw failed("read the directory", path)
        }
        defer { closedir(directory) }
        var entries = 0
        while readdir(directory) != nil { entries += 1 }
        // "." and ".." are always there.
        return entries <= 2
    }

    /// Writes a new file; refuses to replace one.
    static func write(
        _ bytes: [UInt8], to path: String, secrecy: Secrecy
    ) throws(DaemonError) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, secrecy.rawValue)
        guard file >= 0 else { throw failed("write", path) }
        defer { close(file) }
        // A umask may have taken bits away that readers need, or a key's file may need fewer.
        guard fchmod(file, secrecy.rawValue) == 0 else { throw failed("write", path) }
        var written = 0
        while written < bytes.count {
            // The rest is copied only if a first write was cut short, which a disk hardly does.
            let rest = written == 0 ? bytes : Array(bytes[written...])
            let count = Glibc.write(file, rest, rest.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw failed("write", path) }
            written += count
        }
        guard fsync(file) == 0 else { throw failed("write", path) }
        try synchronizeDirectory(holding: path)
    }

    static func write(
        _ text: String, to path: String, secrecy: Secrecy = .everyone
    ) throws(DaemonError) {
        try write(Array(text.utf8), to: path, secrecy: secrecy)
    }

    /// Removes a file; none is as good.
    static func remove(_ path: String) throws(DaemonError) {
        if unlink(path) != 0, errno != ENOENT { throw failed("remove", path) }
    }

    /// Reads a whole file. A secret one is refused if others than its owner could have read it.
    static func read(
        _ path: String, setting: String, secrecy: Secrecy = .everyone,
        atMost limit: Int = largestBytes
    ) throws(DaemonError) -> [UInt8] {
        // Without waiting for a writer, should it be a pipe.
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { throw unreadable(path, setting) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw .configuration("\(path) (\(setting)) is not a file")
        }
        if secrecy == .owner { try checkSecrecy(of: path, setting: setting, status: status) }
        return try readAll(file, path: path, setting: setting, atMost: limit)
    }

    // MARK: Parts

    /// As PostgreSQL does: 0600 for a file of ours, 0640 also for one of root's, since service
    /// managers hand credentials over that way.
    private static func checkSecrecy(
        of path: String, setting: String, status: stat
    ) throws(DaemonError) {
        let allowed: mode_t = status.st_uid == 0 && geteuid() != 0 ? 0o640 : 0o600
        if status.st_mode & 0o077 & ~allowed != 0 {
            let mode = String(status.st_mode & 0o777, radix: 8)
            throw .configuration(
                "\(path) (\(setting)) is a secret that others may read: mode 0\(mode)",
                remedy: "chmod 600 \(path)")
        }
    }

    private static func readAll(
        _ file: Int32, path: String, setting: String, atMost limit: Int
    ) throws(DaemonError) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16_384)
        while bytes.count <= limit {
            let count = Glibc.read(file, &chunk, chunk.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw unreadable(path, setting) }
            if count == 0 { return bytes }
            bytes.append(contentsOf: chunk[0..<count])
        }
        throw .configuration("\(path) (\(setting)) is larger than \(limit) bytes")
    }

    private static func synchronizeDirectory(holding path: String) throws(DaemonError) {
        let parent = FilePath.parent(of: path)
        let directory = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { throw failed("open the directory", parent) }
        defer { close(directory) }
        guard fsync(directory) == 0 else { throw failed("write the directory", parent) }
    }

    /// A disk or a system that fails now may do later: nothing is wrong with the configuration, and
    /// a service manager shall try again.
    private static func unreadable(_ path: String, _ setting: String) -> DaemonError {
        let passes = [EIO, EINTR, EMFILE, ENFILE, ENOMEM].contains(errno)
        return DaemonError(
            code: passes ? .storage : .configuration,
            message: "cannot read \(path) (\(setting)): \(reason())",
            remedy: passes
                ? "See to the disk, and start again."
                : "Give the right path, or let the server's user read it.")
    }

    private static func failed(_ deed: String, _ path: String) -> DaemonError {
        let full = errno == ENOSPC || errno == EDQUOT || errno == EIO
        return DaemonError(
            code: full ? .storage : .cannotCreate, message: "cannot \(deed) \(path): \(reason())",
            remedy: full ? "Free some space, or see to the disk." : "")
    }

    /// The system's words for the last error.
    static func reason() -> String {
        String(cString: strerror(errno))
    }
}

/// Paths as texts: only what configuration needs.
enum FilePath {
    static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// `path` itself if absolute, else counted from a directory.
    static func resolve(_ path: String, from directory: String) -> String {
        path.hasPrefix("/") || path.isEmpty ? path : "\(directory)/\(path)"
    }

    /// Whether anything is at the path.
    static func isThere(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0
    }

    static func isDirectory(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
