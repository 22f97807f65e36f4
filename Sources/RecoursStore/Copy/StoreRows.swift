// SPDX-License-Identifier: EUPL-1.2

/// Some rows of a table, a column an array.
package struct StoreRows: Sendable {
    /// As much as is held of a table at a time.
    package static let mostRows = 2_000
    package static let mostBytes = 4 << 20

    /// Of the three, the one that the column's kind uses.
    package struct Column: Sendable {
        package fileprivate(set) var integers: [Int64?] = []
        package fileprivate(set) var texts: [String?] = []
        package fileprivate(set) var blobs: [[UInt8]?] = []
    }

    package let table: StoreTable
    package private(set) var columns: [Column]
    package private(set) var bytes = 0

    package init(of table: StoreTable) {
        self.table = table
        columns = Array(repeating: Column(), count: table.columns.count)
    }

    package var count: Int {
        guard let first = columns.first else { return 0 }
        return first.integers.count + first.texts.count + first.blobs.count
    }

    package var isFull: Bool { count >= Self.mostRows || bytes >= Self.mostBytes }

    package mutating func append(_ integer: Int64?, to column: Int) {
        columns[column].integers.append(integer)
        bytes += 8
    }

    package mutating func append(_ text: String?, to column: Int) {
        columns[column].texts.append(text)
        bytes += 16 + (text?.utf8.count ?? 0)
    }

    package mutating func append(_ blob: [UInt8]?, to column: Int) {
        columns[column].blobs.append(blob)
        bytes += 16 + (blob?.count ?? 0)
    }

    /// The key of the last row; nil if there is none.
    package var lastPlace: ScrubPlace? {
        guard count > 0 else { return nil }
        return ScrubPlace(
            table.key.indices.map { column in
                switch table.columns[column].kind {
                case .integer, .flag: .integer(columns[column].integers.last.flatMap { $0 } ?? 0)
                case .text, .words: .text(columns[column].texts.last.flatMap { $0 } ?? "")
                case .bytes, .identifier: .bytes(columns[column].blobs.last.flatMap { $0 } ?? [])
                }
            })
    }
}

/// What all rows of a table come to, however many were read at a time.
package struct TableDigest: Sendable, Hashable {
    package private(set) var rows: UInt64 = 0
    /// One a column, over its values in the order of the rows.
    package private(set) var columns: [UInt64]

    package init(of table: StoreTable) {
        columns = Array(repeating: 0, count: table.columns.count)
    }

    package mutating func add(_ added: StoreRows) {
        rows += UInt64(added.count)
        for (place, column) in added.columns.enumerated() {
            var seed = columns[place]
            for integer in column.integers {
                seed =
                    integer.map { RecordChecksum.mix(UInt64(bitPattern: $0), into: seed) }
                    ?? Self.nothing(seed)
            }
            for text in column.texts {
                seed =
                    text.map { RecordChecksum.of(Array($0.utf8), seed: seed) }
                    ?? Self.nothing(seed)
            }
            for blob in column.blobs {
                seed = blob.map { RecordChecksum.of($0, seed: seed) } ?? Self.nothing(seed)
            }
            columns[place] = seed
        }
    }

    /// NULL is neither 0 nor empty.
    private static func nothing(_ seed: UInt64) -> UInt64 {
        RecordChecksum.mix(0x4E55_4C4C, into: ~seed)
    }
}

/// How many chains of events there are, and what their last links come to.
package struct ChainEnds: Sendable, Hashable {
    package private(set) var chains: UInt64 = 0
    private var digest: UInt64 = 0
    private var last: (caseRow: Int64, link: [UInt8])?

    package init() {}

    /// Takes rows of the table of events, in their order.
    package mutating func add(_ events: StoreRows) {
        guard let link = events.table.place(of: "link") else { return }
        for (number, link) in zip(events.columns[0].integers, events.columns[link].blobs) {
            let row = (number ?? 0) >> 16
            if last?.caseRow != row { end() }
            last = (row, link ?? [])
        }
    }

    /// Takes the last chain's end too.
    package mutating func end() {
        guard let last else { return }
        chains += 1
        digest = RecordChecksum.of(last.link, seed: digest &+ UInt64(bitPattern: last.caseRow))
        self.last = nil
    }

    package static func == (one: ChainEnds, other: ChainEnds) -> Bool {
        one.chains == other.chains && one.digest == other.digest
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}
