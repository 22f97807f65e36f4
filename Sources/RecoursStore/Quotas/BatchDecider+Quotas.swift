// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases

// What partners have stored in a day, counted in the transaction that stores it: whatever was
// acknowledged is counted, once, and nothing else.
extension BatchDecider {
    /// The first of the day's quotas that `bytes` more would pass, or that is used up.
    mutating func excess(
        of partner: PartnerRecord, _ asked: [Quota], bytes: UInt64 = 0, at now: Instant
    ) throws(StoreError) -> QuotaExcess? {
        for quota in asked {
            guard let limit = quotas.limit(quota, of: partner) else { continue }
            let used = try use(of: partner, at: now)[quota]
            let added = quota == .bytesPerDay ? max(1, bytes) : 1
            if used + added > limit { return QuotaExcess(quota, limit: limit, at: now) }
        }
        return nil
    }

    /// Counts what a command has stored; nothing of the clock's, nor of a partner that no day's
    /// quota holds.
    mutating func charge(
        _ partner: PartnerRecord?, cases: UInt64 = 0, bytes: UInt64, at now: Instant
    ) throws(StoreError) {
        guard let partner, Quota.daily.contains(where: { quotas.limit($0, of: partner) != nil })
        else { return }
        var use = try use(of: partner, at: now)
        use.cases += cases
        use.bytes += bytes
        writes.uses[partner.number] = use
    }

    /// Bytes of the events that the batch has had since it had so many.
    func bytes(ofEventsFrom first: Int) -> UInt64 {
        writes.events[first...].reduce(0) { $0 + UInt64($1.bytes.count) }
    }

    private mutating func use(
        of partner: PartnerRecord, at now: Instant
    ) throws(StoreError) -> PartnerUse {
        let today = now.dateInParis
        if let changed = writes.uses[partner.number], changed.day == today { return changed }
        guard let known = try lookup.use(of: partner.number), known.day == today else {
            return PartnerUse(day: today)
        }
        return known
    }

    mutating func setQuotas(
        _ limits: [Quota: UInt64], of reference: PartnerReference
    ) throws(StoreError) -> AdministrativeOutcome {
        guard var record = try partner(reference) else { return .refused(.unknownPartner) }
        record.quotas = limits
        keep(record)
        return .partner(record, isNew: false)
    }
}
