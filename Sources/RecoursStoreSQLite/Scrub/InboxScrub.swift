// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

/// Looks at inboxes: places are counted from 1 without a gap, and each names an event.
struct InboxScrub {
    private let reader: SQLiteReader

    init(_ reader: SQLiteReader) {
        self.reader = reader
    }

    func run(after place: ScrubPlace?) throws(StoreError) -> ScrubSlice {
        let table = ScrubTable(
            name: "inbox_entry", key: ["inbox", "position"],
            columns: "inbox, position, event, kind, checksum")
        var last = place.flatMap(Address.init)
        var slice = try table.walk(reader.connection, after: place) {
            row, slice throws(StoreError) in
            guard let address = Address(row.place(2)) else { throw .corrupted("An inbox's entry") }
            try look(at: row, address)
            let isNext = last?.inbox == address.inbox
            if !isNext, let last { try checkEnd(last, &slice) }
            let expected = isNext ? (last?.position ?? 0) + 1 : 1
            last = address
            guard address.position == expected else {
                throw .corrupted(
                    "Inbox \(address.inbox.value), before its entry \(address.position),")
            }
        }
        if slice.next == nil, let last { try checkEnd(last, &slice) }
        return slice
    }

    private func look(at row: SQLiteStatement, _ address: Address) throws(StoreError) {
        let event = EventAddress(eventNumber: row.unsigned(2))
        let kind = Int32(truncatingIfNeeded: row.integer(3))
        let checksum = RowChecksum.ofEntry(address.inbox, address.position, event, kind: kind)
        guard row.holds(checksum, at: 4), try reader.event(event) != nil else {
            throw .corrupted("Entry \(address.position) of inbox \(address.inbox.value)")
        }
    }

    /// An inbox goes on where its last entry is, or entries are lost behind that.
    private func checkEnd(_ last: Address, _ slice: inout ScrubSlice) throws(StoreError) {
        if try reader.inboxHead(last.inbox) != last.position {
            slice.damage.append(
                .corrupted("Inbox \(last.inbox.value), after its entry \(last.position),"))
        }
    }
}

/// A place of an inbox.
private struct Address {
    let inbox: PartnerNumber
    let position: UInt64

    init?(_ place: ScrubPlace) {
        guard case .integer(let inbox)? = place.values.first,
            case .integer(let position)? = place.values.last,
            let number = UInt32(exactly: inbox), let position = UInt64(exactly: position)
        else { return nil }
        self.inbox = PartnerNumber(number)
        self.position = position
    }
}
