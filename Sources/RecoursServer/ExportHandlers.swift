// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCaseCoding
internal import RecoursCases
internal import RecoursMessages
internal import RecoursStore
internal import RecoursTransport
internal import RecoursWire

/// `ExportService`: all that is stored of one firm, as its own side may see it.
struct ExportHandlers: ExportServiceHandling {
    /// Cases read in one snapshot.
    private static let portion = 100

    let core: ServiceCore

    func exportFirm(
        _ request: ExportFirmRequest, _ responses: OutboundMessages<ExportItem>,
        _ call: CallContext
    ) async throws(RPCStatus) {
        let peer = try core.peer(call)
        let now = core.clock.reading()
        guard request.siren.utf8.count == 9, UInt32(request.siren) != nil else {
            throw .invalid("siren", .sirenForm)
        }
        let mandates = try await core.read { () async throws(StoreError) in
            try await core.store.mandates(siren: request.siren)
        }.filter { peer.reference.kind == .operator || $0.association == peer.reference.slug }
        let scope = try scope(of: peer, over: request.siren, mandates, at: now)
        var summary = ExportSummary(siren: request.siren, exportedAtMs: now.millisecondsSince1970)
        // Those of associations; a business files for itself.
        for mandate in mandates where peer.reference.kind != .business {
            summary.mandates += 1
            try await responses.send(ExportItem(item: .mandate(.init(mandate))))
        }
        var filter = CaseFilter()
        filter.siren = request.siren
        var (position, place): (CaseIdentifier?, UInt64?)
        repeat {
            try core.shedder.check(.sheddable, of: peer)
            let (after, since) = (position, place)
            let page = try await core.read { () async throws(StoreError) in
                try await core.store.cases(
                    scope, filter, after: after, limit: Self.portion, since: since)
            }
            for found in page.cases {
                try await export(found.identifier, of: page, in: scope, responses, &summary)
            }
            (position, place) = (page.next, page.place)
        } while position != nil
        try await responses.send(ExportItem(item: .summary(summary)))
    }

    private func export(
        _ identifier: CaseIdentifier, of page: CasePage, in scope: CaseScope,
        _ responses: OutboundMessages<ExportItem>, _ summary: inout ExportSummary
    ) async throws(RPCStatus) {
        let history = try await core.read { () async throws(StoreError) in
            try await core.store.history(scope, identifier, since: page)
        }
        // A draft again, or gone, since the page was read.
        guard let history else { return }
        // The platform's confidence stays the platform's, whoever hands the export over.
        let views = CaseViews(.complainant)
        let file = try views.file(history.caseFile)
        guard let seen = file.view(for: .complainant) else { return }
        summary.cases += 1
        try await responses.send(ExportItem(item: .caseFile(Case(seen))))
        for event in try views.events(history.events, of: file) {
            summary.events += 1
            try await responses.send(
                ExportItem(item: .event(ExportedEvent(caseID: identifier.bytes, event: event))))
        }
        let files = try await core.read { () async throws(StoreError) in
            try await core.store.evidence(file.submitter, of: identifier)
        }
        for stored in files ?? [] {
            summary.files += 1
            try await responses.send(ExportItem(item: .evidence(Evidence(stored))))
        }
    }

    private func scope(
        of peer: Peer, over siren: String, _ mandates: [RecoursStore.Mandate], at now: Instant
    ) throws(RPCStatus) -> CaseScope {
        switch peer.reference.kind {
        case .operator: return .mediator
        case .association where mandates.contains(where: { $0.covers(now.dateInParis) }),
            .business where peer.siren == siren:
            return .submitter(peer.reference)
        case .association, .business, .platform, .mediator:
            throw RPCStatus(.notFound(.firm))
        }
    }
}
