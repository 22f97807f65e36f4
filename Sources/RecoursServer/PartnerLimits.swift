// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursMessages
internal import RecoursStore
internal import RecoursWire

/// What a partner is held to, as it and the operator are told.
struct PartnerLimits {
    let core: ServiceCore

    /// All limits of a partner, with what is used of them now.
    func list(
        of reference: RecoursCases.PartnerReference
    ) async throws(RPCStatus) -> [PartnerLimit] {
        let now = core.clock.reading()
        let found = try await core.read { () async throws(StoreError) in
            try await core.store.partner(reference)
        }
        guard let record = found else { throw RPCStatus(.notFound(.partner)) }
        let use = try await core.read { () async throws(StoreError) in
            try await core.store.use(of: reference, at: now)
        }
        return inProgress(of: reference) + quotas(of: record, use) + sizes
    }

    private func inProgress(of reference: RecoursCases.PartnerReference) -> [PartnerLimit] {
        let load = core.registry.load(of: reference)
        let limits = core.live.current
        let counts: [(String, Int, Int?)] = [
            ("connections", limits.connectionsPerPartner, load?.connectionCount ?? 0),
            ("calls", limits.callsPerPartner, load?.callCount ?? 0),
            ("watches", limits.watchesPerPartner, core.watches.count(of: reference)),
            ("bulk_items", limits.bulkWindow, nil),
        ]
        return counts.map { name, limit, used in
            PartnerLimit(
                name: name, limit: UInt64(clamping: limit), used: used.map(UInt64.init(clamping:)))
        }
    }

    private func quotas(of record: PartnerRecord, _ use: PartnerUse) -> [PartnerLimit] {
        RecoursStore.Quota.allCases.map { quota in
            let isCounted = quota == .casesPerDay || quota == .bytesPerDay
            return PartnerLimit(
                name: quota.rawValue, limit: core.store.limits.quotas.limit(quota, of: record) ?? 0,
                used: isCounted ? use[quota] : nil, own: record.quotas[quota] != nil)
        }
    }

    private var sizes: [PartnerLimit] {
        let limits = core.limits
        let sizes: [(String, Int)] = [
            ("message_bytes", ConnectionLimits().maxMessageBytes),
            ("case_bytes", limits.encodedDraftBytes), ("page_items", limits.pageItems),
            ("page_bytes", limits.pageBytes),
        ]
        return sizes.map { PartnerLimit(name: $0, limit: UInt64(clamping: $1)) }
    }

    /// What an operator sets; throws all that is wrong with it.
    static func read(
        _ request: SetQuotasRequest
    ) throws(RPCStatus) -> [RecoursStore.Quota: UInt64] {
        var limits: [RecoursStore.Quota: UInt64] = [:]
        var wrong: [Violation] = []
        for (place, one) in request.quotas.enumerated() {
            guard let quota = RecoursStore.Quota(rawValue: one.name), limits[quota] == nil else {
                wrong.append(Violation("quotas[\(place)].name", .unknownValue))
                continue
            }
            let greatest = RecoursStore.Quota.greatestLimit
            if one.limit > greatest {
                wrong.append(
                    Violation(
                        "quotas[\(place)].limit", .tooLarge, limit: Int(greatest),
                        actual: Int(clamping: one.limit)))
            }
            limits[quota] = one.limit
        }
        guard wrong.isEmpty else { throw RPCStatus(.invalid(wrong)) }
        return limits
    }
}
