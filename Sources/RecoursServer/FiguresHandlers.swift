// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCaseCoding
internal import RecoursCases
internal import RecoursMessages
internal import RecoursStore
internal import RecoursTransport
internal import RecoursWire

/// `FiguresService`: what the store has counted, as far as the caller may see it.
struct FiguresHandlers: FiguresServiceHandling {
    let core: ServiceCore
    private let ledgers = FigureLedgers()

    init(core: ServiceCore) {
        self.core = core
    }

    func getFigures(
        _ request: GetFiguresRequest, _ call: CallContext
    ) async throws(RPCStatus) -> GetFiguresResponse {
        let query = try query(request, of: core.peer(call))
        let readAt = core.clock.reading()
        let ledger = try await core.read { () async throws(StoreError) in
            try await ledgers.ledger(of: core.store)
        }
        let report = await Task.detached { FigureReport(ledger, query) }.value
        try check(
            report,
            at: query.byPlatformAndCategory ? "by_platform_and_category" : "removals_by_platform")
        return GetFiguresResponse(
            report, query, readAt: readAt, names: try await names())
    }

    func getOwnRemovals(
        _ request: GetOwnRemovalsRequest, _ call: CallContext
    ) async throws(RPCStatus) -> GetOwnRemovalsResponse {
        let peer = try core.peer(call)
        let siren = request.siren.isEmpty ? nil : request.siren
        if let siren, siren.utf8.count != 9 || UInt32(siren) == nil {
            throw .invalid("siren", .sirenForm)
        }
        let readAt = core.clock.reading()
        let found = try await core.read { () async throws(StoreError) in
            try await core.store.ownRemovals(of: peer.reference, siren: siren)
        }
        var query = FigureQuery()
        // Of one's own cases nothing is secret.
        query.isPublic = false
        query.platform = request.platformID.isEmpty ? nil : request.platformID
        query.byMonth = true
        query.removalsByPlatform = true
        let wanted = query
        let report = await Task.detached { FigureReport(FigureLedger(found.tally), wanted) }.value
        try check(report, at: "platform_id")
        return GetOwnRemovalsResponse(
            report, readAt: readAt, olderLeftOut: found.olderLeftOut, names: try await names())
    }

    /// Throws INVALID_ARGUMENT at a field if an answer does not hold so many lines.
    private func check(_ report: FigureReport, at path: String) throws(RPCStatus) {
        guard report.lines.count > core.limits.figureLines else { return }
        throw RPCStatus(
            .invalid([
                Violation(
                    path, .tooMany, limit: core.limits.figureLines, actual: report.lines.count)
            ]))
    }

    /// The platforms' own names, by slug.
    private func names() async throws(RPCStatus) -> [String: String] {
        var names: [String: String] = [:]
        var last: RecoursCases.PartnerReference?
        while true {
            let after = last
            let page = try await core.read { () async throws(StoreError) in
                try await core.store.partners(
                    kind: .platform, after: after, limit: core.limits.pageItems)
            }
            for partner in page { names[partner.reference.slug] = partner.name }
            last = page.last?.reference
            if page.count < core.limits.pageItems { return names }
        }
    }

    private func query(
        _ request: GetFiguresRequest, of peer: Peer
    ) throws(RPCStatus) -> FigureQuery {
        var query = FigureQuery()
        // A mediator sees every case, and so every count of them.
        query.isPublic = peer.reference.kind != .mediator
        query.platform = request.platformID.isEmpty ? nil : request.platformID
        query.byMonth = request.byMonth
        query.byPlatformAndCategory = request.byPlatformAndCategory
        query.removalsByPlatform = request.removalsByPlatform
        if request.category != .unspecified {
            guard let known = RecoursCases.CaseCategory(rawValue: request.category.rawValue) else {
                throw .invalid("category", .unknownValue)
            }
            query.category = known
        }
        if !request.campaignID.isEmpty {
            guard request.campaignID.count == 16 else {
                throw .invalid("campaign_id", .identifierForm)
            }
            query.campaign = request.campaignID
        }
        return query
    }
}
