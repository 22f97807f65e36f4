// SPDX-License-Identifier: EUPL-1.2

internal import Foundation

/// Where a server keeps its uploads under way: `incoming` itself if it is the only one, or a
/// directory within it, locked as long as it runs, of a name which it keeps from start to start.
///
/// The name is kept in a directory of the server's own, locked as well. What another process does
/// with the same server's directory goes by a new name until it ends; a server that finds its name
/// in use elsewhere, because its directory was copied, takes a new one for good. Uploads then begin
/// again, and nothing else is lost.
final class IncomingDirectory: Sendable {
    private static let nameBytes = 16

    let path: String
    /// Nil for the only server.
    private let name: String?
    private let lock: DirectoryLock?
    /// Keeps the name for this process.
    private let ownLock: DirectoryLock?
    /// The directory of evidence.
    private let evidence: String
    private var root: String { evidence + "/incoming" }

    /// - Parameters:
    ///   - evidence: the directory of evidence.
    ///   - own: where this server's name is kept; nil: there is no other server.
    init(in evidence: String, own: String?) throws(StoreError) {
        self.evidence = evidence
        let root = evidence + "/incoming"
        if try EvidenceFiles.makeDirectory(root) { try EvidenceFiles.syncDirectory(evidence) }
        guard let own else {
            (path, name, lock, ownLock) = (root, nil, nil, nil)
            return
        }
        ownLock = try DirectoryLock.take(own)
        let file = own + "/name"
        let kept = ownLock == nil ? nil : Self.name(in: file)
        for name in [kept, Self.newName()].compactMap({ $0 }) {
            let path = "\(root)/\(name)"
            guard let lock = try DirectoryLock.take(path) else { continue }
            (self.path, self.name, self.lock) = (path, name, lock)
            try EvidenceFiles.syncDirectory(root)
            if ownLock != nil, name != kept { try Self.write(name, to: file) }
            return
        }
        throw StoreError(
            code: .storageFailed, message: "No directory for uploads could be locked in \(root)",
            remedy: "Check that the file system's locks hold.")
    }

    /// Writes, syncs, renames and removes a file: what must work for every upload.
    func tryOut(_ options: EvidenceOptions) throws(StoreError) {
        let trial = "\(path)/trial"
        let renamed = Self.trial(of: name, in: evidence)
        let file = try EvidenceFile.writing(trial)
        try file.write([0], at: 0)
        try file.sync(options.synchronise)
        try EvidenceFiles.rename(trial, to: renamed)
        try EvidenceFiles.remove(renamed)
    }

    private static func trial(of name: String?, in evidence: String) -> String {
        name.map { "\(evidence)/trial.\($0)" } ?? "\(evidence)/trial"
    }

    /// Gives the directory back. One in which nothing is left goes.
    func close(isEmpty: Bool) {
        guard let lock else { return }
        // What cannot be removed is collected by the others.
        if isEmpty { try? lock.removeDirectory() }
        lock.release()
        ownLock?.release()
    }

    // MARK: Those of others

    /// Removes what servers that do not run have left here, and the only server before there were
    /// many, if nothing of it has changed since the instant.
    func removeForsaken(before instant: Int64) throws(StoreError) -> EvidenceSweep {
        var sweep = EvidenceSweep()
        for entry in try EvidenceFiles.names(in: root) where entry != name {
            let path = "\(root)/\(entry)"
            if ContentName.bytes(entry, count: Self.nameBytes) != nil {
                sweep += try Self.removeDirectory(path, before: instant)
                try EvidenceFiles.remove(Self.trial(of: entry, in: evidence))
            } else if name != nil, let file = EvidenceFiles.facts(of: path),
                file.changedMilliseconds < instant
            {
                try EvidenceFiles.remove(path)
                sweep.add(file.size)
            }
        }
        return sweep
    }

    private static func removeDirectory(
        _ path: String, before instant: Int64
    ) throws(StoreError) -> EvidenceSweep {
        var sweep = EvidenceSweep()
        // Looked at before it is locked: a server that starts must not find it so.
        guard let changed = EvidenceFiles.lastChange(in: path), changed < instant,
            let lock = try DirectoryLock.take(path)
        else { return sweep }
        defer { lock.release() }
        for entry in try EvidenceFiles.names(in: path) where entry != DirectoryLock.name {
            let file = "\(path)/\(entry)"
            let size = EvidenceFiles.facts(of: file)?.size ?? 0
            try EvidenceFiles.remove(file)
            sweep.add(size)
        }
        try lock.removeDirectory()
        return sweep
    }

    // MARK: The name

    private static func newName() -> String {
        ContentName.hexadecimal((0..<nameBytes).map { _ in UInt8.random(in: 0...255) })
    }

    /// Nil if there is none, or a torn one.
    private static func name(in file: String) -> String? {
        guard let bytes = FileManager.default.contents(atPath: file) else { return nil }
        let name = String(decoding: bytes, as: UTF8.self)
        return ContentName.bytes(name, count: nameBytes) == nil ? nil : name
    }

    private static func write(_ name: String, to path: String) throws(StoreError) {
        let file = try EvidenceFile.writing(path)
        try file.truncate(to: 0)
        try file.write(Array(name.utf8), at: 0)
        try file.sync { fsync($0) }
    }
}
