// SPDX-License-Identifier: EUPL-1.2

internal import RecoursStore

/// A batch's entries in inboxes, at the positions behind those that are there.
struct InboxWrites {
    /// The last position of each inbox that grows.
    private(set) var heads: [PartnerNumber: UInt64] = [:]
    private var entries: [(inbox: PartnerNumber, entry: InboxRecord)] = []

    /// - Parameter head: the last position so far.
    init(
        _ added: [PartnerNumber: [InboxRecord]],
        _ head: (PartnerNumber) throws(StoreError) -> UInt64
    ) throws(StoreError) {
        for inbox in added.keys.sorted() {
            var position = try head(inbox)
            for var entry in added[inbox] ?? [] {
                position += 1
                entry.position = position
                entries.append((inbox, entry))
            }
            heads[inbox] = position
        }
    }

    private static let entryInsert = PGInsert(
        "inbox_entry",
        ["inbox": .int8, "position": .int8, "event": .int8, "checksum": .int8, "kind": .int8])
    private static let headInsert = PGInsert(
        "inbox", ["number": .int8, "head": .int8],
        "ON CONFLICT (number) DO UPDATE SET head = excluded.head")

    func append(to requests: inout [PGRequest]) {
        if entries.isEmpty { return }
        let events = entries.map {
            EventAddress(caseRow: $0.entry.caseRow, sequence: $0.entry.eventSequence)
        }
        let sums = zip(entries, events).map { entry, event in
            RowChecksum.ofEntry(
                entry.inbox, entry.entry.position, event, kind: entry.entry.eventKind)
        }
        requests.append(
            Self.entryInsert([
                .integers(entries.map { Int64($0.inbox.value) }),
                .integers(entries.map { Int64(bitPattern: $0.entry.position) }),
                .integers(events.map { Int64(bitPattern: $0.eventNumber) }), .integers(sums),
                .integers(entries.map { Int64($0.entry.eventKind) }),
            ]))
        let rows = heads.sorted { $0.key < $1.key }
        requests.append(
            Self.headInsert([
                .integers(rows.map { Int64($0.key.value) }),
                .integers(rows.map { Int64(bitPattern: $0.value) }),
            ]))
    }
}
