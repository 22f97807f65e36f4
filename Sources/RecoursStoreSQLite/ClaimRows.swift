// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

/// How rows of works and claims become records; a row that is not as it was written is `corrupted`.
enum ClaimRows {
    static let work = "number, id, registrant, checksum, body"

    static func work(_ row: SQLiteStatement) throws(StoreError) -> WorkRecord {
        let damage = StoreError.corrupted("The row of work number \(row.integer(0))")
        guard let identifier = row.identifier(1) else { throw damage }
        let record = WorkRecord(
            number: row.unsigned(0), identifier: WorkIdentifier(identifier),
            registrant: row.partner(2), body: row.bytes(4))
        guard row.holds(RowChecksum.of(record), at: 3) else { throw damage }
        return record
    }

    static let claim = "number, id, registrant, work, checksum, body"

    static func claim(_ row: SQLiteStatement) throws(StoreError) -> ClaimRecord {
        let damage = StoreError.corrupted("The row of claim number \(row.integer(0))")
        guard let identifier = row.identifier(1) else { throw damage }
        let record = ClaimRecord(
            number: row.unsigned(0), identifier: StandingClaimIdentifier(identifier),
            registrant: row.partner(2), work: row.unsigned(3), body: row.bytes(5))
        guard row.holds(RowChecksum.of(record), at: 4) else { throw damage }
        return record
    }

    static let listing = """
        number, id, claim, registrant, platform, listing, awaits, report, checksum, body
        """

    static func listing(_ row: SQLiteStatement) throws(StoreError) -> ClaimListingRecord {
        let damage = StoreError.corrupted("The row of a claim's listing number \(row.integer(0))")
        guard let identifier = row.identifier(1) else { throw damage }
        let name = ListingName(
            claim: row.unsigned(2), platform: row.text(4), platformListingIdentifier: row.text(5))
        let record = ClaimListingRecord(
            number: row.unsigned(0), identifier: ClaimListingIdentifier(identifier), name: name,
            registrant: row.partner(3), awaitsReview: row.integer(6) != 0,
            report: row.isNull(7) ? nil : row.unsigned(7), body: row.bytes(9))
        guard row.holds(RowChecksum.of(record), at: 8) else { throw damage }
        return record
    }

    static let call = "partner, key, fingerprint, at, result, checksum"

    static func call(_ row: SQLiteStatement) throws(StoreError) -> ClaimCallRecord {
        let record = ClaimCallRecord(
            partner: row.partner(0),
            origin: CallOrigin(key: row.bytes(1), fingerprint: row.bytes(2)),
            at: Instant(millisecondsSince1970: row.integer(3)), result: row.bytes(4))
        guard row.holds(RowChecksum.of(record), at: 5) else {
            throw .corrupted("A call about claims of partner number \(record.partner.value)")
        }
        return record
    }
}

extension SQLiteStatement {
    fileprivate func partner(_ column: Int32) -> PartnerNumber {
        PartnerNumber(UInt32(truncatingIfNeeded: integer(column)))
    }
}
