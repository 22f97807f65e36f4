// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

/// Looks at cases: rows, events, trees, and whether each is found by every way that leads to it.
struct CaseScrub {
    private let reader: SQLiteReader
    private let chain: EventChain
    private let bySubmitter: SQLiteStatement
    private let byPlatform: SQLiteStatement
    private let byFirm: SQLiteStatement
    private let byAlarm: SQLiteStatement

    init(_ reader: SQLiteReader, _ chain: EventChain) throws(StoreError) {
        self.reader = reader
        self.chain = chain
        func probe(_ index: String, _ condition: String) throws(StoreError) -> SQLiteStatement {
            try SQLiteStatement(
                reader.connection.handle,
                "SELECT 1 FROM cases INDEXED BY \(index) WHERE \(condition) AND row = ?2")
        }
        bySubmitter = try probe("cases_submitter", "submitter = ?1")
        byPlatform = try probe("cases_platform", "platform = ?1 AND transmitted = 1")
        byFirm = try probe("cases_siren", "siren = ?1 AND siren <> 0")
        byAlarm = try probe("cases_alarm", "alarm_at = ?1 AND alarm_at IS NOT NULL")
    }

    func run(after place: ScrubPlace?) throws(StoreError) -> ScrubSlice {
        var slice = ScrubSlice()
        let cases = try CaseRows(after: place, end: try reader.nextNumbers().caseRow) {
            row throws(StoreError) in try reader.rowGap(from: row)
        }
        for row in cases.rows {
            do throws(StoreError) {
                try look(at: row, &slice)
            } catch {
                try slice.take(error, of: "The case in row \(row)")
            }
        }
        slice.next = cases.next
        return slice
    }

    private func look(at row: UInt64, _ slice: inout ScrubSlice) throws(StoreError) {
        slice.records += 1
        guard let record = try reader.caseRecord(row: row) else {
            throw .corrupted("The case in row \(row)")
        }
        guard record.isIntact, record.row == row else { throw .damaged(record) }
        let events = try reader.events(caseRow: row)
        slice.records += events.count
        guard try reader.isWhole(events, of: record, chain) else { throw .brokenChain(of: record) }
        for name in try missing(record) {
            slice.damage.append(.corrupted("The index \(name), for row \(row),"))
        }
    }

    /// The indexes in which a case is not found.
    private func missing(_ record: CaseRecord) throws(StoreError) -> [String] {
        var names: [String] = []
        if try reader.caseRecord(record.identifier)?.row != record.row { names.append("cases_id") }
        bySubmitter.bind(1, Int64(record.submitter.value))
        if try !isFound(bySubmitter, record.row) { names.append("cases_submitter") }
        if record.isTransmitted {
            byPlatform.bind(1, record.platform)
            if try !isFound(byPlatform, record.row) { names.append("cases_platform") }
        }
        if record.siren != 0 {
            byFirm.bind(1, Int64(record.siren))
            if try !isFound(byFirm, record.row) { names.append("cases_siren") }
        }
        if let alarm = record.alarmAtMilliseconds {
            byAlarm.bind(1, alarm)
            if try !isFound(byAlarm, record.row) { names.append("cases_alarm") }
        }
        return names
    }

    private func isFound(_ probe: SQLiteStatement, _ row: UInt64) throws(StoreError) -> Bool {
        defer { probe.reset() }
        probe.bind(2, row)
        return try probe.step()
    }
}
