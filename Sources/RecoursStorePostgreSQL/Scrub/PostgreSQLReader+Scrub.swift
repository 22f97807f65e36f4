// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

// What a scrub looks at, area by area; each look is a short snapshot of its own.
extension PostgreSQLReader {
    func scrub(
        _ area: ScrubArea, after place: ScrubPlace?, _ chain: EventChain
    ) throws(StoreError) -> ScrubSlice {
        switch area {
        case .partners: try scrubPartners(after: place)
        case .mandates: try scrubMandates(after: place)
        case .cases: try scrubCases(after: place, chain)
        case .keys: try scrubKeys(after: place)
        case .references: try scrubReferences(after: place)
        case .inboxes: try scrubInboxes(after: place)
        case .evidence: try scrubEvidence(after: place)
        case .works, .claims, .claimListings, .claimCalls: try scrubClaims(area, after: place)
        // PostgreSQL's own to check.
        case .pages: ScrubSlice()
        }
    }

    private func scrubPartners(after place: ScrubPlace?) throws(StoreError) -> ScrubSlice {
        let table = ScrubTable(name: "partner", key: ["number": .int8], columns: "kind, slug")
        return try table.walk(self, after: place) { row, _ throws(StoreError) in
            let kind = PartnerKind(rawValue: row.small(1))
            guard let kind, try partner(PartnerReference(kind: kind, slug: row.text(2))) != nil
            else { throw .corrupted("The row of partner number \(row.integer(0))") }
        }
    }

    private func scrubMandates(after place: ScrubPlace?) throws(StoreError) -> ScrubSlice {
        let table = ScrubTable(
            name: "mandate", key: ["association": .int8, "siren": .text, "first_day": .int8],
            columns: "checksum")
        return try table.walk(self, after: place) { row, _ throws(StoreError) in
            let name = KnownRows.MandateName(association: row.number(0), siren: row.text(1))
            guard try !known.mandates.all(name, session).isEmpty else {
                throw .corrupted("A mandate of partner number \(name.association.value)")
            }
        }
    }

    private func scrubKeys(after place: ScrubPlace?) throws(StoreError) -> ScrubSlice {
        let table = ScrubTable(
            name: "idempotency_key", key: ["partner": .int8, "method": .int8, "key": .uuid],
            columns: "event")
        return try table.walk(self, after: place) { row, _ throws(StoreError) in
            let damage = StoreError.corrupted("A command's key of partner number \(row.integer(0))")
            guard let method = CommandMethod(rawValue: UInt8(truncatingIfNeeded: row.integer(1))),
                let key = row.identifier(2)
            else { throw damage }
            let name = IdempotencyName(
                partner: row.number(0), method: method, high: key.high, low: key.low)
            // Asked for as a command asks: that it is found is half of what it is for.
            guard let address = try eventAddress(name), let event = try event(address),
                event.origin.map({ $0.method == method }) ?? (event.leaf != nil)
            else { throw damage }
        }
    }

    private func scrubReferences(after place: ScrubPlace?) throws(StoreError) -> ScrubSlice {
        let table = ScrubTable(
            name: "external_reference", key: ["submitter": .int8, "reference": .text],
            columns: "event")
        return try table.walk(self, after: place) { row, _ throws(StoreError) in
            let owner = row.number(0)
            guard
                let address = try eventAddress(submitter: owner, externalReference: row.text(1)),
                try caseRecord(row: address.caseRow)?.submitter == owner
            else {
                throw .corrupted("A case's reference of partner number \(owner.value)")
            }
        }
    }

    private func scrubEvidence(after place: ScrubPlace?) throws(StoreError) -> ScrubSlice {
        let table = ScrubTable(name: "evidence", key: ["id": .uuid], columns: "case_row")
        return try table.walk(self, after: place) { row, slice throws(StoreError) in
            let found = row.identifier(0).map {
                EvidenceIdentifier(high: $0.high, low: $0.low)
            }
            guard let found, let record = try evidence(found) else {
                throw .corrupted("A file's row")
            }
            try look(at: record, &slice)
        }
    }

    private func scrubClaims(
        _ area: ScrubArea, after place: ScrubPlace?
    ) throws(StoreError) -> ScrubSlice {
        // The key stands once more before these columns.
        let (name, columns) =
            switch area {
            case .works: ("work", Columns.work)
            case .claims: ("claim", Columns.claim)
            case .claimListings: ("claim_listing", Columns.claimListing)
            default: ("claim_call", Columns.claimCall)
            }
        let isCall = area == .claimCalls
        let table = ScrubTable(
            name: name, key: isCall ? ["partner": .int8, "key": .bytea] : ["number": .int8],
            columns: columns)
        return try table.walk(self, after: place) { row, _ throws(StoreError) in
            try checkClaimRow(row, of: area)
        }
    }

    /// Asked for as a command asks: that it is found is half of what it is for.
    private func checkClaimRow(_ row: PGRow, of area: ScrubArea) throws(StoreError) {
        let damage = StoreError.corrupted("A row of works or claims, number \(row.integer(0)),")
        if area == .claimCalls {
            let name = ClaimCallName(partner: row.number(0), key: row.bytes(1))
            guard try claimCall(name) != nil else { throw damage }
            return
        }
        guard let identifier = row.identifier(2) else { throw damage }
        let isFound =
            switch area {
            case .works: try work(WorkIdentifier(identifier)) != nil
            case .claims: try claim(StandingClaimIdentifier(identifier)) != nil
            default: try !listings([ClaimListingIdentifier(identifier)]).isEmpty
            }
        guard isFound else { throw damage }
    }

    /// Places are counted from 1 without a gap, and each names an event.
    private func scrubInboxes(after place: ScrubPlace?) throws(StoreError) -> ScrubSlice {
        let table = ScrubTable(
            name: "inbox_entry", key: ["inbox": .int8, "position": .int8],
            columns: "event, kind, checksum")
        var last = place?.values
        return try table.walk(self, after: place) { row, _ throws(StoreError) in
            let (inbox, position) = (row.number(0), row.unsigned(1))
            let isNext = last?.first == .integer(row.integer(0))
            let expected =
                if isNext, case .integer(let before)? = last?.last { before + 1 } else { Int64(1) }
            last = [.integer(row.integer(0)), .integer(row.integer(1))]
            let address = EventAddress(eventNumber: row.unsigned(2))
            let checksum = RowChecksum.ofEntry(inbox, position, address, kind: row.small(3))
            guard row.integer(1) == expected, row.holds(checksum, at: 4),
                try event(address) != nil
            else { throw .corrupted("Entry \(position) of inbox \(inbox.value)") }
        }
    }

    // MARK: Cases

    private func scrubCases(
        after place: ScrubPlace?, _ chain: EventChain
    ) throws(StoreError) -> ScrubSlice {
        var slice = ScrubSlice()
        let cases = try CaseRows(after: place, end: try nextNumbers().caseRow) {
            row throws(StoreError) in try rowGap(from: row)
        }
        for row in cases.rows {
            do throws(StoreError) {
                try look(at: row, &slice, chain)
            } catch {
                try slice.take(error, of: "The case in row \(row)")
            }
        }
        slice.next = cases.next
        return slice
    }

    private func look(
        at row: UInt64, _ slice: inout ScrubSlice, _ chain: EventChain
    ) throws(StoreError) {
        guard let record = try caseRecord(row: row) else {
            throw .corrupted("The case in row \(row)")
        }
        slice.records += 1
        guard record.isIntact else { throw .damaged(record) }
        let events = try events(caseRow: row)
        slice.records += events.count
        guard try isWhole(events, of: record, chain) else { throw .brokenChain(of: record) }
        if try caseRecord(record.identifier)?.row != row {
            throw .corrupted("The index cases_id, for row \(row),")
        }
    }

    /// The first gap that ends at a row or behind it.
    private func rowGap(from row: UInt64) throws(StoreError) -> ClosedRange<UInt64>? {
        let sql = """
            SELECT first, last FROM row_gap WHERE last >= $1::int8 ORDER BY first LIMIT 1
            """
        let found = try rows(sql, [.integer(Int64(clamping: row))]).first
        return found.map { $0.unsigned(0)...max($0.unsigned(0), $0.unsigned(1)) }
    }
}
