// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

// How rows of works and claims become records; a row that is not as it was written is `corrupted`.
extension Columns {
    static let work = "number, id, registrant, checksum, body"
    static let claim = "number, id, registrant, work, checksum, body"
    static let claimListing = """
        number, id, claim, registrant, platform, listing, awaits, report, checksum, body
        """
    static let claimCall = "partner, key, fingerprint, at, result, checksum"
}

extension PGRow {
    func work() throws(StoreError) -> WorkRecord {
        let damage = StoreError.corrupted("The row of work number \(integer(0))")
        guard let identifier = identifier(1) else { throw damage }
        let record = WorkRecord(
            number: unsigned(0), identifier: WorkIdentifier(identifier), registrant: number(2),
            body: bytes(4))
        guard holds(RowChecksum.of(record), at: 3) else { throw damage }
        return record
    }

    func claim() throws(StoreError) -> ClaimRecord {
        let damage = StoreError.corrupted("The row of claim number \(integer(0))")
        guard let identifier = identifier(1) else { throw damage }
        let record = ClaimRecord(
            number: unsigned(0), identifier: StandingClaimIdentifier(identifier),
            registrant: number(2), work: unsigned(3), body: bytes(5))
        guard holds(RowChecksum.of(record), at: 4) else { throw damage }
        return record
    }

    func claimListing() throws(StoreError) -> ClaimListingRecord {
        let damage = StoreError.corrupted("The row of a claim's listing number \(integer(0))")
        guard let identifier = identifier(1) else { throw damage }
        let name = ListingName(
            claim: unsigned(2), platform: text(4), platformListingIdentifier: text(5))
        let record = ClaimListingRecord(
            number: unsigned(0), identifier: ClaimListingIdentifier(identifier), name: name,
            registrant: number(3), awaitsReview: integer(6) != 0,
            report: isNull(7) ? nil : unsigned(7), body: bytes(9))
        guard holds(RowChecksum.of(record), at: 8) else { throw damage }
        return record
    }

    func claimCall() throws(StoreError) -> ClaimCallRecord {
        let record = ClaimCallRecord(
            partner: number(0), origin: CallOrigin(key: bytes(1), fingerprint: bytes(2)),
            at: Instant(millisecondsSince1970: integer(3)), result: bytes(4))
        guard holds(RowChecksum.of(record), at: 5) else {
            throw .corrupted("A call about claims of partner number \(record.partner.value)")
        }
        return record
    }
}
