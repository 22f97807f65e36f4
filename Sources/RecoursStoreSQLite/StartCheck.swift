// SPDX-License-Identifier: EUPL-1.2

internal import RecoursStore

/// What is looked at before a store serves: little enough for a start within a second.
///
/// The registry's pages, and the newest cases with their whole chains: what a crash or a file set
/// back would have hurt. The rest is for the scrub.
struct StartCheck {
    /// Cases looked at: the last batch of most stores.
    private static let newestCases: UInt64 = 64

    private let reader: SQLiteReader
    private let chain: EventChain

    init(_ reader: SQLiteReader, codec: any SnapshotCodec) {
        self.reader = reader
        self.chain = EventChain(codec: codec)
    }

    /// Throws `corrupted`.
    func run() throws(StoreError) {
        for table in ["store", "partner", "partner_key", "inbox"] {
            let verdict = try reader.connection.text("PRAGMA quick_check('\(table)')")
            guard verdict == "ok" else {
                var error = StoreError.corrupted("The table \(table)")
                error.cause = verdict
                throw error
            }
        }
        try reader.beginSnapshot()
        defer { reader.endSnapshot() }
        let next = try reader.nextNumbers().caseRow
        for row in (next > Self.newestCases ? next - Self.newestCases : 1)..<next {
            guard let record = try reader.caseRecord(row: row) else {
                // Rows are counted without a gap but those of restorations.
                if try reader.rowGap(from: row)?.contains(row) == true { continue }
                throw .corrupted("The case in row \(row)")
            }
            let events = try reader.events(caseRow: row)
            guard record.isIntact, chain.isWhole(events, version: record.version) else {
                throw .damaged(record)
            }
        }
    }
}
