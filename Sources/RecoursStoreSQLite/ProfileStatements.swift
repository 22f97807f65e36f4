// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

/// Finds and writes platforms' profiles over one connection.
final class ProfileStatements {
    private let byPlatform: SQLiteStatement
    private let census: SQLiteStatement

    init(_ connection: SQLiteConnection) throws(StoreError) {
        byPlatform = try SQLiteStatement(
            connection.handle, "SELECT * FROM platform_profile WHERE partner = ?")
        census = try SQLiteStatement(
            connection.handle,
            """
            SELECT (SELECT count(*) FROM partner WHERE kind = ?2), count(*),
                coalesce(sum(valid_until >= ?1), 0) FROM platform_profile
            """)
    }

    func profile(of platform: PartnerNumber) throws(StoreError) -> ProfileRecord? {
        defer { byPlatform.reset() }
        byPlatform.bind(1, Int64(platform.value))
        guard try byPlatform.step() else { return nil }
        let row = byPlatform
        let contact = Contact(
            name: row.text(1), role: row.text(2), email: row.text(3), phone: row.text(4),
            hours: row.text(5), language: row.text(6))
        let profile = PlatformProfile(
            contact: contact, validUntil: row.date(7), languages: Self.list(row.text(8)),
            internalComplaint: row.text(9), mediators: Self.list(row.text(10)),
            outOfCourtBody: row.text(11))
        return ProfileRecord(
            platform: platform, profile: profile,
            updatedAt: Instant(millisecondsSince1970: row.integer(12)))
    }

    func contactCensus(on day: CalendarDate) throws(StoreError) -> ContactCensus {
        defer { census.reset() }
        census.bind(1, Int64(day.dayNumber))
        census.bind(2, Int64(PartnerKind.platform.rawValue))
        guard try census.step() else { throw .internalError("No census of contacts") }
        let platforms = Int(census.integer(0))
        let profiles = Int(census.integer(1))
        let current = Int(census.integer(2))
        return ContactCensus(
            current: current, expired: profiles - current, missing: platforms - profiles)
    }

    private static func list(_ text: String) -> [String] {
        text.split(separator: StoreTable.separator).map(String.init)
    }

    static func text(_ list: [String]) -> String {
        list.joined(separator: String(StoreTable.separator))
    }
}

/// Writes what a batch changes of profiles.
final class ProfileWriter {
    private let put: SQLiteStatement

    init(_ connection: SQLiteConnection) throws(StoreError) {
        put = try SQLiteStatement(
            connection.handle,
            "INSERT OR REPLACE INTO platform_profile VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        )
    }

    func write(_ record: ProfileRecord) throws(StoreError) {
        let profile = record.profile
        guard let contact = profile.contact, let validUntil = profile.validUntil else {
            throw .internalError("A profile without its contact")
        }
        put.bind(1, Int64(record.platform.value))
        put.bind(2, contact.name)
        put.bind(3, contact.role)
        put.bind(4, contact.email)
        put.bind(5, contact.phone)
        put.bind(6, contact.hours)
        put.bind(7, contact.language)
        put.bind(8, Int64(validUntil.dayNumber))
        put.bind(9, ProfileStatements.text(profile.languages))
        put.bind(10, profile.internalComplaint)
        put.bind(11, ProfileStatements.text(profile.mediators))
        put.bind(12, profile.outOfCourtBody)
        put.bind(13, record.updatedAt.millisecondsSince1970)
        try put.run()
    }
}
