// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

/// The checksum of a row that was written before there were any.
struct MissingChecksum {
    let table: StoreTable
    /// At the row, with the table's columns.
    let row: SQLiteStatement
    let lookup: SQLiteReader

    func value() throws(StoreError) -> Int64 {
        let record: Int64? =
            switch table.name {
            case "partner": try partner().map { RowChecksum.of($0) }
            case "mandate": mandate()
            case "event":
                try lookup.event(EventAddress(eventNumber: row.unsigned(0)))
                    .map { RowChecksum.of($0) }
            case "idempotency_key": key()
            case "external_reference": reference()
            case "inbox_entry": entry()
            default: nil
            }
        guard let record else { throw .corrupted("A row of the table \(table.name)") }
        return record
    }

    private func column(_ name: String) -> Int32 { Int32(table.place(of: name) ?? 0) }

    private func number(_ name: String) -> PartnerNumber {
        PartnerNumber(UInt32(truncatingIfNeeded: row.integer(column(name))))
    }

    private var event: EventAddress { EventAddress(eventNumber: row.unsigned(column("event"))) }

    private func partner() throws(StoreError) -> PartnerRecord? {
        let kind = PartnerKind(rawValue: Int32(truncatingIfNeeded: row.integer(column("kind"))))
        guard let kind else { return nil }
        return try lookup.partner(PartnerReference(kind: kind, slug: row.text(column("slug"))))
    }

    private func mandate() -> Int64 {
        let last = column("last_day")
        let mandate = Mandate(
            association: "", siren: row.text(column("siren")),
            from: CalendarDate(clampingDayNumber: row.integer(column("first_day"))),
            until: row.isNull(last) ? nil : CalendarDate(clampingDayNumber: row.integer(last)),
            documentSHA256: row.bytes(column("document")))
        return RowChecksum.of(mandate, of: number("association"))
    }

    private func key() -> Int64? {
        let method = UInt8(truncatingIfNeeded: row.integer(column("method")))
        guard let key = row.identifier(column("key")), let method = CommandMethod(rawValue: method)
        else { return nil }
        let name = IdempotencyName(
            partner: number("partner"), method: method, high: key.high, low: key.low)
        return RowChecksum.of(name, event)
    }

    private func reference() -> Int64 {
        RowChecksum.of(
            ExternalReference(
                submitter: number("submitter"), text: row.text(column("reference")), event: event))
    }

    private func entry() -> Int64 {
        RowChecksum.ofEntry(
            number("inbox"), row.unsigned(column("position")), event,
            kind: Int32(truncatingIfNeeded: row.integer(column("kind"))))
    }
}
