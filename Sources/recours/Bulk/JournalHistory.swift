// SPDX-License-Identifier: EUPL-1.2

internal import Glibc
internal import RecoursCrypto

/// What an earlier run of the same file has left in its journal.
///
/// The journal is a text of three kinds of lines. The first names whose filings these are; `K`
/// gives the content's digest and the key of one filing, written before it is sent; `F` gives the
/// place of a `K` line, from 0, whose filing the server has confirmed. Only whole lines count: a
/// killed process may leave half of one.
struct JournalHistory: Sendable, Equatable {
    /// Version of the format; a journal of another one is refused.
    static let title = "recours-journal 1"

    let path: String
    /// Whose filings these are; empty in a journal that has none yet.
    private(set) var owner = ""
    private(set) var keyCount = 0
    /// Places of the keys whose filings are confirmed: one bit a filing, so that a file of a
    /// million cases costs 128 KiB.
    private(set) var confirmed = BitSet()
    /// Bytes up to the last whole line.
    private(set) var byteCount = 0

    /// Reads the journal, if there is one. Throws `CommandError` for one that is none of ours.
    init(path: String) throws(CommandError) {
        self.path = path
        guard access(path, F_OK) == 0 else { return }
        let file = try FileHandleOwner(reading: path)
        var rest: [UInt8] = []
        var isFirst = true
        while let chunk = try file.read() {
            rest += chunk
            var start = 0
            while let end = rest[start...].firstIndex(of: UInt8(ascii: "\n")) {
                try take(rest[start..<end], isFirst: isFirst)
                isFirst = false
                byteCount += end + 1 - start
                start = end + 1
            }
            rest.removeFirst(start)
            guard rest.count < 1000 else { throw JournalHistory.foreign(path) }
        }
    }

    private mutating func take(
        _ bytes: ArraySlice<UInt8>, isFirst: Bool
    ) throws(CommandError) {
        let words = bytes.split(separator: UInt8(ascii: " ")).map {
            String(decoding: $0, as: UTF8.self)
        }
        if isFirst {
            guard words.count == 3, words[0] + " " + words[1] == JournalHistory.title else {
                throw JournalHistory.foreign(path)
            }
            owner = words[2]
        } else if words.count == 3, words[0] == "K" {
            keyCount += 1
        } else if words.count == 2, words[0] == "F", let place = Int(words[1]), place < keyCount,
            place >= 0
        {
            confirmed.insert(place)
        } else {
            throw JournalHistory.foreign(path)
        }
    }

    private static func foreign(_ path: String) -> CommandError {
        CommandError(
            .badData, BulkSentence.damagedJournal(path), remedy: BulkSentence.moveJournal)
    }
}

/// A set of small numbers, one bit each.
struct BitSet: Sendable, Equatable {
    private var words: [UInt64] = []
    private(set) var count = 0

    mutating func insert(_ number: Int) {
        let word = number / 64
        if word >= words.count {
            words += [UInt64](repeating: 0, count: word + 1 - words.count)
        }
        let bit: UInt64 = 1 << UInt64(number % 64)
        if words[word] & bit == 0 { count += 1 }
        words[word] |= bit
    }

    func contains(_ number: Int) -> Bool {
        let word = number / 64
        return words.indices.contains(word) && words[word] & (1 << UInt64(number % 64)) != 0
    }
}

/// Finds the keys of an earlier run again, in the order in which the file is read.
///
/// A file run again unchanged meets its keys in their order: no table is needed. At the first line
/// that differs (mended, added, removed) the rest is looked up in a table of all keys, of about 60
/// bytes each.
struct JournalCursor {
    struct Entry: Equatable {
        let place: Int
        let key: [UInt8]
    }

    private let history: JournalHistory
    private var lines: LineReader?
    private var place = 0
    private var table: [SHA256Prefix: Entry]?

    init(_ history: JournalHistory) throws(CommandError) {
        self.history = history
        guard history.keyCount > 0 else { return }
        lines = LineReader(try InputFile(path: history.path).open())
    }

    /// The entry of a filing with this content, if there is one.
    mutating func entry(for digest: SHA256Prefix) throws -> Entry? {
        if table == nil {
            if let (found, entry) = try nextKey(), found == digest { return entry }
            table = try readTable()
        }
        return table?[digest]
    }

    private mutating func readTable() throws -> [SHA256Prefix: Entry] {
        guard history.keyCount > 0 else { return [:] }
        var cursor = try JournalCursor(history)
        var table: [SHA256Prefix: Entry] = [:]
        table.reserveCapacity(history.keyCount)
        while let (digest, entry) = try cursor.nextKey() { table[digest] = entry }
        return table
    }

    private mutating func nextKey() throws -> (SHA256Prefix, Entry)? {
        // What this run itself appends lies beyond the keys counted.
        while place < history.keyCount, let bytes = try lines?.next() {
            guard bytes.first == UInt8(ascii: "K") else { continue }
            let words = bytes.split(separator: UInt8(ascii: " ")).map {
                Hexadecimal.bytes(of: String(decoding: $0, as: UTF8.self)) ?? []
            }
            guard words.count == 3, let digest = SHA256Prefix(words[1]) else { continue }
            defer { place += 1 }
            return (digest, Entry(place: place, key: words[2]))
        }
        return nil
    }
}

/// The first 16 bytes of a SHA-256: enough to tell contents apart, half the memory.
struct SHA256Prefix: Hashable, Sendable {
    private let high: UInt64
    private let low: UInt64

    init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count >= 16 else { return nil }
        high = bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
        low = bytes.dropFirst(8).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    var bytes: [UInt8] {
        [high, low].flatMap { word in
            stride(from: UInt64(56), through: 0, by: -8).map {
                UInt8(truncatingIfNeeded: word >> $0)
            }
        }
    }
}
