// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

// Lists of partners, mandates and files, and platforms' profiles.
extension PostgreSQLReader {
    func partners(
        kind: PartnerKind?, after: PartnerReference?, limit: Int
    ) throws(StoreError) -> [PartnerRecord] {
        let sql = """
            SELECT \(Columns.partner) FROM partner
            WHERE (kind, slug) > ($1::int8, $2::text) AND ($3::int8 = 0 OR kind = $3::int8)
            ORDER BY kind, slug LIMIT $4::int8
            """
        let values: [PGValue] = [
            .integer(Int64(after?.kind.rawValue ?? 0)), .text(after?.slug ?? ""),
            .integer(Int64(kind?.rawValue ?? 0)), .integer(Int64(limit)),
        ]
        return try all(sql, values) { (row) throws(StoreError) in try row.partner() }
    }

    func mandates(
        association: PartnerNumber, after: Mandate?, limit: Int
    ) throws(StoreError) -> [Mandate] {
        let sql = """
            SELECT \(Columns.mandate) FROM mandate JOIN partner ON number = association
            WHERE association = $1::int8 AND (mandate.siren, first_day) > ($2::text, $3::int8)
            ORDER BY mandate.siren, first_day LIMIT $4::int8
            """
        let values: [PGValue] = [
            .integer(Int64(association.value)), .text(after?.siren ?? ""),
            .integer(Int64(after?.from.dayNumber ?? 0)), .integer(Int64(limit)),
        ]
        return try all(sql, values) { (row) throws(StoreError) in try row.mandate() }
    }

    func profile(of platform: PartnerNumber) throws(StoreError) -> ProfileRecord? {
        let found = try rows(
            "SELECT \(Columns.profile) FROM platform_profile WHERE partner = $1::int8",
            [.integer(Int64(platform.value))])
        guard let row = found.first else { return nil }
        let contact = Contact(
            name: row.text(1), role: row.text(2), email: row.text(3), phone: row.text(4),
            hours: row.text(5), language: row.text(6))
        let profile = PlatformProfile(
            contact: contact, validUntil: row.day(7), languages: row.texts(8),
            internalComplaint: row.text(9), mediators: row.texts(10),
            outOfCourtBody: row.text(11))
        return ProfileRecord(
            platform: platform, profile: profile,
            updatedAt: Instant(millisecondsSince1970: row.integer(12)))
    }

    func contactCensus(on day: CalendarDate) throws(StoreError) -> ContactCensus {
        let sql = """
            SELECT (SELECT count(*) FROM partner WHERE kind = $2::int8), count(*),
                count(*) FILTER (WHERE valid_until >= $1::int8) FROM platform_profile
            """
        let values = [
            PGValue.integer(Int64(day.dayNumber)), .integer(Int64(PartnerKind.platform.rawValue)),
        ]
        guard let row = try rows(sql, values).first else {
            throw .internalError("No census of contacts")
        }
        let (platforms, profiles) = (Int(row.integer(0)), Int(row.integer(1)))
        let current = Int(row.integer(2))
        return ContactCensus(
            current: current, expired: profiles - current, missing: platforms - profiles)
    }

    // MARK: Files

    func unattachedEvidence(
        of owner: PartnerNumber, limit: Int
    ) throws(StoreError) -> [EvidenceRecord] {
        let sql = """
            SELECT \(Columns.evidence) FROM evidence
            WHERE owner = $1::int8 AND case_row IS NULL ORDER BY created_at, id LIMIT $2::int8
            """
        let values = [PGValue.integer(Int64(owner.value)), .integer(Int64(limit))]
        return try all(sql, values) { (row) throws(StoreError) in try row.evidence() }
    }

    func pendingEvidence(
        after position: EvidencePosition?, limit: Int
    ) throws(StoreError) -> [EvidenceRecord] {
        let sql = """
            SELECT \(Columns.evidence) FROM evidence
            WHERE scan = 1 AND erased_at IS NULL AND (created_at, id) > ($1::int8, $2::uuid)
            ORDER BY created_at, id LIMIT $3::int8
            """
        let values: [PGValue] = [
            .integer(position?.createdAt.millisecondsSince1970 ?? .min),
            .identifier(position?.identifier.column ?? CaseIdentifier(high: 0, low: 0)),
            .integer(Int64(limit)),
        ]
        return try all(sql, values) { (row) throws(StoreError) in try row.evidence() }
    }
}
