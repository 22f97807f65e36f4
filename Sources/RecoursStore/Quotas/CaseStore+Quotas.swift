// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

extension CaseStore {
    /// What a partner has had stored on the day of an instant.
    package func use(
        of reference: PartnerReference, at now: Instant
    ) async throws(StoreError) -> PartnerUse {
        let today = now.dateInParis
        return try await point { reader throws(StoreError) in
            guard let number = try reader.partnerNumber(reference),
                let use = try reader.use(of: number), use.day == today
            else { return PartnerUse(day: today) }
            return use
        }
    }

    /// Whether so many bytes more would pass a partner's quota of the day: asked before they are
    /// sent; what counts is asked again when they are stored.
    package func excess(
        of reference: PartnerReference, bytes: UInt64, at now: Instant
    ) async throws(StoreError) -> QuotaExcess? {
        guard let record = try await partner(reference),
            let limit = limits.quotas.limit(.bytesPerDay, of: record),
            try await use(of: reference, at: now).bytes + bytes > limit
        else { return nil }
        return QuotaExcess(.bytesPerDay, limit: limit, at: now)
    }
}
