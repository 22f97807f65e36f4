// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

extension CaseStore {
    /// A platform and its profile; nil if no such platform is registered.
    package func profiledPlatform(
        _ slug: String
    ) async throws(StoreError) -> ProfiledPlatform? {
        try await point { reader throws(StoreError) in
            let reference = PartnerReference(kind: .platform, slug: slug)
            guard let partner = try reader.partner(reference) else { return nil }
            return ProfiledPlatform(
                partner: partner, profile: try reader.profile(of: partner.number))
        }
    }

    /// Platforms by slug after one, and the census of all on a day; at most `limit`.
    package func profiledPlatforms(
        after slug: String?, limit: Int, on day: CalendarDate
    ) async throws(StoreError) -> (platforms: [ProfiledPlatform], census: ContactCensus) {
        let limit = min(limit, limits.pageItems)
        return try await list { reader throws(StoreError) in
            let after = slug.map { PartnerReference(kind: .platform, slug: $0) }
            let partners = try reader.partners(kind: .platform, after: after, limit: limit)
            let platforms = try partners.map { partner throws(StoreError) in
                ProfiledPlatform(
                    partner: partner, profile: try reader.profile(of: partner.number))
            }
            return (platforms, try reader.contactCensus(on: day))
        }
    }
}
