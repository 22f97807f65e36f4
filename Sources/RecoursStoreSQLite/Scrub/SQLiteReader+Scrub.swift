// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

// What a scrub looks at, area by area. Each look is a snapshot of its own, some milliseconds long.
extension SQLiteReader {
    func scrub(
        _ area: ScrubArea, after place: ScrubPlace?, _ chain: EventChain
    ) throws(StoreError) -> ScrubSlice {
        switch area {
        case .partners: try scrubPartners(after: place)
        case .mandates: try scrubMandates(after: place)
        case .cases: try CaseScrub(self, chain).run(after: place)
        case .keys: try scrubKeys(after: place)
        case .references: try scrubReferences(after: place)
        case .inboxes: try InboxScrub(self).run(after: place)
        case .evidence: try scrubEvidence(after: place)
        case .works, .claims, .claimListings, .claimCalls: try scrubClaims(area, after: place)
        case .pages: try scrubPages(after: place)
        }
    }

    /// The first gap in the rows of cases that ends at this row or later; each is of a restoration.
    func rowGap(from row: UInt64) throws(StoreError) -> ClosedRange<UInt64>? {
        let gaps = try SQLiteStatement(
            connection.handle,
            "SELECT first, last FROM row_gap WHERE last >= ? ORDER BY first LIMIT 1")
        gaps.bind(1, Int64(clamping: row))
        guard try gaps.step() else { return nil }
        let (first, last) = (gaps.unsigned(0), gaps.unsigned(1))
        guard first <= last else { throw .corrupted("The gap in the rows of cases from \(first)") }
        return first...last
    }

    private func scrubPartners(after place: ScrubPlace?) throws(StoreError) -> ScrubSlice {
        let table = ScrubTable(name: "partner", key: ["number"], columns: RowColumns.partner)
        return try table.walk(connection, after: place) { row, _ throws(StoreError) in
            let record = try partnerWithKeys(row)
            guard try partner(record.reference) == record else {
                throw .corrupted("The index of partners, for \(record.title),")
            }
        }
    }

    private func scrubMandates(after place: ScrubPlace?) throws(StoreError) -> ScrubSlice {
        // Without the association's slug, which is no part of the row.
        let table = ScrubTable(
            name: "mandate", key: ["association", "siren", "first_day"],
            columns: "association, siren, first_day, last_day, document, association, checksum")
        return try table.walk(connection, after: place) { row, _ throws(StoreError) in
            _ = try RowColumns.mandate(row)
        }
    }

    private func scrubKeys(after place: ScrubPlace?) throws(StoreError) -> ScrubSlice {
        let table = ScrubTable(
            name: "idempotency_key", key: ["partner", "method", "key"],
            columns: "partner, method, key, event")
        return try table.walk(connection, after: place) { row, _ throws(StoreError) in
            let owner = row.integer(0)
            let damage = StoreError.corrupted("A command's key of partner number \(owner)")
            guard let partner = UInt32(exactly: owner), let key = row.identifier(2),
                let method = UInt8(exactly: row.integer(1)).flatMap(CommandMethod.init)
            else { throw damage }
            let name = IdempotencyName(
                partner: PartnerNumber(partner), method: method, high: key.high, low: key.low)
            // Asked for as a command asks: that it is found is half of what it is for.
            guard let address = try eventAddress(name), let event = try event(address),
                event.origin.map({ $0.method == method }) ?? (event.leaf != nil)
            else { throw damage }
        }
    }

    private func scrubReferences(after place: ScrubPlace?) throws(StoreError) -> ScrubSlice {
        let table = ScrubTable(
            name: "external_reference", key: ["submitter", "reference"],
            columns: "submitter, reference, event")
        return try table.walk(connection, after: place) { row, _ throws(StoreError) in
            let owner = row.integer(0)
            let damage = StoreError.corrupted("A case's reference of partner number \(owner)")
            guard let submitter = UInt32(exactly: owner).map(PartnerNumber.init),
                let address = try eventAddress(
                    submitter: submitter, externalReference: row.text(1)),
                try caseRecord(row: address.caseRow)?.submitter == submitter
            else { throw damage }
        }
    }

    private func scrubEvidence(after place: ScrubPlace?) throws(StoreError) -> ScrubSlice {
        let table = ScrubTable(name: "evidence", key: ["id"], columns: EvidenceStatements.columns)
        return try table.walk(connection, after: place) { row, slice throws(StoreError) in
            let record = try EvidenceStatements.record(row)
            try look(at: record, &slice)
        }
    }

    private func scrubClaims(
        _ area: ScrubArea, after place: ScrubPlace?
    ) throws(StoreError) -> ScrubSlice {
        let (name, key, columns) =
            switch area {
            case .works: ("work", ["number"], ClaimRows.work)
            case .claims: ("claim", ["number"], ClaimRows.claim)
            case .claimListings: ("claim_listing", ["number"], ClaimRows.listing)
            default: ("claim_call", ["partner", "key"], ClaimRows.call)
            }
        let table = ScrubTable(name: name, key: key, columns: columns)
        return try table.walk(connection, after: place) { row, _ throws(StoreError) in
            switch area {
            case .works: _ = try ClaimRows.work(row)
            case .claims: _ = try ClaimRows.claim(row)
            case .claimListings:
                // Asked for as a command asks: that it is found is half of what it is for.
                let record = try ClaimRows.listing(row)
                guard try listings(named: [record.name]) == [record] else {
                    throw .corrupted("The index of listings, for number \(record.number),")
                }
            default: _ = try ClaimRows.call(row)
            }
        }
    }

    /// One table at a time. Not the two that grow with each case's length: their rows are walked.
    private func scrubPages(after place: ScrubPlace?) throws(StoreError) -> ScrubSlice {
        let table = ScrubTable(
            name: "(SELECT name FROM sqlite_schema WHERE type = 'table'"
                + " AND name NOT IN ('cases', 'event') AND name NOT LIKE 'sqlite%')",
            key: ["name"], columns: "name")
        var slice = try table.walk(connection, after: place, rows: 1) { _, _ in }
        guard case .text(let name)? = slice.next?.values.first else { return slice }
        do throws(StoreError) {
            let verdict = try connection.text("PRAGMA quick_check('\(name)')")
            if verdict != "ok" {
                var error = StoreError.corrupted("The table \(name)")
                error.cause = verdict
                slice.damage.append(error)
            }
        } catch {
            try slice.take(error, of: "The table \(name)")
        }
        return slice
    }
}
