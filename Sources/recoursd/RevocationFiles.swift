// SPDX-License-Identifier: EUPL-1.2

internal import Glibc
internal import RecoursTLS

/// The revocation lists of `tls.revoked`: one file, or all files of a directory.
struct RevocationFiles: Sendable, Equatable {
    /// What shows that a file is another, without reading it.
    struct Stamp: Equatable, Sendable {
        let name: String
        let inode: ino_t
        let bytes: Int
        let seconds: Int
        let nanoseconds: Int
    }

    /// Half a million entries; a list has some forty bytes for each.
    static let largestBytes = 16 * 1_048_576
    private static let mostFiles = 64

    let path: String
    /// How long after its time a list is still believed.
    let graceSeconds: Int64

    /// The files as they lie there now, by name; none if there is nothing to be seen.
    func stamps() -> [Stamp] {
        names().compactMap { name in
            var status = stat()
            guard stat(name, &status) == 0 else { return nil }
            return Stamp(
                name: name, inode: status.st_ino, bytes: status.st_size,
                seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
        }
    }

    /// Reads and verifies all lists.
    ///
    /// - Parameters:
    ///   - exempt: The authority whose certificates are revoked in the registry instead.
    ///   - previous: The lists in use, which none may be older than.
    ///   - now: Seconds since 1970.
    func lists(
        trust: TLSTrust, exempt: TLSTrust?, replacing previous: TLSRevocationLists?, now: Int64
    ) throws(DaemonError) -> TLSRevocationLists {
        let files = try read()
        do throws(TLSError) {
            let lists = try TLSRevocationLists(
                files: files, trust: trust, exempt: exempt, graceSeconds: graceSeconds, now: now)
            if let previous { try lists.requireNotOlder(than: previous) }
            return lists
        } catch {
            throw .configuration("\(error.message) (tls.revoked)", remedy: error.remedy)
        }
    }

    private func read() throws(DaemonError) -> [(name: String, bytes: [UInt8])] {
        let names = names()
        guard names.count <= Self.mostFiles else {
            throw .configuration(
                "\(path) (tls.revoked) holds \(names.count) files",
                remedy: "Leave the lists there and nothing else, \(Self.mostFiles) at most.")
        }
        var files: [(name: String, bytes: [UInt8])] = []
        var room = Self.largestBytes
        for name in names {
            let bytes = try ServerFiles.read(name, setting: "tls.revoked", atMost: room)
            room -= bytes.count
            files.append((name, bytes))
        }
        return files
    }

    /// Of a directory, those that a shell's `*` would name.
    private func names() -> [String] {
        guard let directory = opendir(path) else { return [path] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            // The pointer ends with the closure, because the name is copied in it.
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !name.hasPrefix(".") { names.append("\(path)/\(name)") }
        }
        return names.sorted()
    }
}
