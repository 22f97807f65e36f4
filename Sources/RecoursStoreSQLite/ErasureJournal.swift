// SPDX-License-Identifier: EUPL-1.2

internal import Foundation
internal import RecoursCases
internal import RecoursStore

/// The list of erased cases beside the database: what a restored backup must lose again.
///
/// A line a case, on the disk before the transaction that erases it is committed: if the two are
/// torn apart, the case is erased at the next start, which is what was decided. The file belongs to
/// the directory and not to a backup of the database; restoring one must leave it in its place.
struct ErasureJournal {
    private let path: String

    init(directory: String) {
        path = directory + "/erasures.log"
    }

    /// Adds cases and makes them durable.
    ///
    /// - Returns: true if these are the first: the file's name is then not durable yet.
    func append(_ cases: [CaseIdentifier]) throws(StoreError) -> Bool {
        // Made by the first erasure: most stores never have one.
        let file = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw failure("opening") }
        defer { Foundation.close(file) }
        let isNew = try dropTornLine(file) == 0
        let lines = Array(cases.map(Self.line).joined().utf8)
        var written = 0
        while written < lines.count {
            let rest = Array(lines[written...])
            let count = Foundation.write(file, rest, rest.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure("writing") }
            written += count
        }
        guard fsync(file) == 0 else { throw failure("syncing") }
        return isNew
    }

    /// All listed cases. Throws `corrupted` for a line that is none, but for a last one that was
    /// torn off: its transaction was never begun to be committed.
    func cases() throws(StoreError) -> [CaseIdentifier] {
        let text = String(decoding: try bytes(), as: UTF8.self)
        var found: [CaseIdentifier] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            guard let identifier = Self.identifier(line) else {
                throw StoreError(
                    code: .corrupted,
                    message: "Line \(found.count + 1) of \(path) is damaged",
                    remedy: "Put a good copy of the file in its place: a case in it may otherwise "
                        + "come back from a backup.")
            }
            found.append(identifier)
        }
        return found
    }

    /// The list's whole lines, for a backup: one may be on its way to the disk.
    func wholeLines() throws(StoreError) -> [UInt8] {
        let all = try bytes()
        return Array(all.prefix(all.count / Self.lineBytes * Self.lineBytes))
    }

    /// The list as it is; empty if there is none.
    private func bytes() throws(StoreError) -> [UInt8] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw failure("reading")
        }
        return Array(data)
    }

    /// A line that a crash has cut short would spoil the next one.
    ///
    /// - Returns: the bytes that are left.
    private func dropTornLine(_ file: Int32) throws(StoreError) -> off_t {
        let size = lseek(file, 0, SEEK_END)
        guard size >= 0 else { throw failure("looking at") }
        let torn = size % off_t(Self.lineBytes)
        if torn > 0, ftruncate(file, size - torn) != 0 { throw failure("mending") }
        return size - torn
    }

    /// Identifier, space, checksum, line feed.
    private static let lineBytes = 32 + 1 + 16 + 1

    private static func line(_ identifier: CaseIdentifier) -> String {
        let words = [identifier.high, identifier.low].map(hexadecimal).joined()
        return "\(words) \(hexadecimal(RecordChecksum.of(identifier.bytes)))\n"
    }

    private static func identifier(_ line: Substring) -> CaseIdentifier? {
        guard line.utf8.count == lineBytes - 1, let high = UInt64(line.prefix(16), radix: 16),
            let low = UInt64(line.dropFirst(16).prefix(16), radix: 16)
        else { return nil }
        let found = CaseIdentifier(high: high, low: low)
        return Self.line(found) == line + "\n" ? found : nil
    }

    private static func hexadecimal(_ word: UInt64) -> String {
        let digits = String(word, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    private func failure(_ what: String) -> StoreError {
        let reason = errno
        return StoreError(
            code: reason == ENOSPC ? .storageFull : .storageFailed,
            message: "The list of erased cases cannot be kept",
            remedy: "Check that \(path) is writable and the disk has room.",
            cause: "\(String(cString: strerror(reason))) while \(what) it")
    }
}
