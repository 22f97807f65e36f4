// SPDX-License-Identifier: EUPL-1.2

internal import NIOCore
internal import RecoursCaseCoding
internal import RecoursCases
internal import RecoursMessages
internal import RecoursStore
internal import RecoursTransport
internal import RecoursWire

/// `CaseService`: filing cases, and reading them.
struct CaseHandlers: CaseServiceHandling {
    private let core: ServiceCore
    private let desk: SubmissionDesk

    init(core: ServiceCore) {
        self.core = core
        desk = SubmissionDesk(core: core)
    }

    // MARK: Filing

    func submitCase(
        _ request: SubmitCaseRequest, _ call: CallContext
    ) async throws(RPCStatus) -> SubmitCaseResponse {
        let peer = try core.peer(call)
        let now = core.clock.reading()
        let checked = try desk.check(request.draft, by: peer, at: now)
        if request.validateOnly {
            try await desk.checkStanding(of: peer, checked.draft, at: now)
            return SubmitCaseResponse(warnings: checked.warnings)
        }
        let order = try desk.order(checked, key: call.idempotencyKey, by: peer, at: now)
        let outcome = await core.execute(order, call)
        return SubmitCaseResponse(
            receipt: try desk.receipt(of: outcome, warnings: checked.warnings))
    }

    func submitCases(
        _ requests: InboundMessages<SubmitCasesItem>,
        _ responses: OutboundMessages<SubmitCasesResult>, _ call: CallContext
    ) async throws(RPCStatus) {
        let peer = try core.peer(call)
        let desk = desk
        try await BulkStream(core: core, call: call).run(requests, responses) {
            (item: SubmitCasesItem) throws(RPCStatus) in
            let sequence = item.clientSequence
            let now = desk.core.clock.reading()
            let checked = try desk.check(item.draft, by: peer, at: now)
            return BulkStream.Step(
                order: try desk.order(checked, key: item.idempotencyKey, by: peer, at: now)
            ) { outcome throws(RPCStatus) in
                let receipt = try desk.receipt(of: outcome, warnings: checked.warnings)
                return SubmitCasesResult(clientSequence: sequence, outcome: .receipt(receipt))
            }
        }
    }

    // MARK: Reading

    func getCase(
        _ request: GetCaseRequest, _ call: CallContext
    ) throws(RPCStatus) -> Reply<EncodedMessage<GetCaseResponse>> {
        let peer = try core.peer(call)
        let scope = try core.scope(of: peer)
        let views = try CaseViews(of: peer)
        let wantsIdentity = try IdentityDesk(core: core).wantsIdentity(request, peer)
        let reference = try core.reference(request.reference)
        guard !wantsIdentity, !request.withEvents else {
            return .later { () async throws(RPCStatus) in
                try await history(request, reference, scope, peer, wantsIdentity: wantsIdentity)
            }
        }
        if let found = core.store.caseFileNow(scope, reference) {
            return .now(EncodedReplies.getCase(try snapshot(of: try the(found), views)))
        }
        return .later { () async throws(RPCStatus) in
            let found = try await read(scope, reference, call)
            return EncodedReplies.getCase(try snapshot(of: found, views))
        }
    }

    /// A case with what is more to it: its events, or who its complainant is.
    private func history(
        _ request: GetCaseRequest, _ reference: CaseReference, _ scope: CaseScope, _ peer: Peer,
        wantsIdentity: Bool
    ) async throws(RPCStatus) -> EncodedMessage<GetCaseResponse> {
        let history = try await core.read { () async throws(StoreError) in
            try await core.store.history(scope, reference)
        }
        guard let history else { throw RPCStatus(.notFound(.caseFile)) }
        var views = try CaseViews(of: peer)
        let file = try views.file(history.caseFile)
        if wantsIdentity {
            views = try await IdentityDesk(core: core).views(
                of: peer, on: file, reason: request.identityReason)
        }
        let events = request.withEvents ? history.events : []
        return EncodedReplies.getCase(
            try snapshot(of: history.caseFile, views), events: try views.events(events, of: file))
    }

    private func snapshot(
        of found: StoredCase, _ views: CaseViews
    ) throws(RPCStatus) -> [UInt8] {
        guard let snapshot = try views.snapshot(of: found) else {
            throw RPCStatus(.notFound(.caseFile))
        }
        return snapshot
    }

    private func read(
        _ scope: CaseScope, _ reference: CaseReference, _ call: CallContext
    ) async throws(RPCStatus) -> StoredCase {
        let found = await withCheckedContinuation { continuation in
            core.store.readCase(
                scope, reference, account: call.readAccount, sink: call.executor
            ) {
                continuation.resume(returning: $0)
            }
        }
        return try the(found)
    }

    /// The case that was found; none is told like one that the caller may not see.
    private func the(_ found: Result<StoredCase?, StoreError>) throws(RPCStatus) -> StoredCase {
        switch found {
        case .success(let found?): return found
        case .success(nil): throw RPCStatus(.notFound(.caseFile))
        case .failure(let error): throw RPCStatus(.store(error))
        }
    }

    func listCases(
        _ request: ListCasesRequest, _ call: CallContext
    ) async throws(RPCStatus) -> EncodedMessage<ListCasesResponse> {
        let peer = try core.peer(call)
        let scope = try core.scope(of: peer)
        let views = try CaseViews(of: peer)
        let filter = try CaseFilter(request)
        if filter.siren != nil, peer.reference.kind == .mediator {
            // It would tell whose the cases are, and nobody would have written it down.
            throw .invalid("siren", .notForMediators)
        }
        let pages = core.pages(.caseList, of: peer, filters: filter.tokenContext)
        let before = try pages.positionAndPlace(request.pageToken)
        let position = before.flatMap { CaseIdentifier(bytes: $0.position) }
        let page = try await core.read { () async throws(StoreError) in
            try await core.store.cases(
                scope, filter, after: position, limit: core.pageSize(request.pageSize),
                since: before?.place)
        }
        var snapshots: [[UInt8]] = []
        snapshots.reserveCapacity(page.cases.count)
        for found in page.cases {
            if let snapshot = try views.snapshot(of: found) { snapshots.append(snapshot) }
        }
        return EncodedReplies.listCases(
            snapshots, nextPageToken: try pages.token(page.next?.bytes, place: page.place),
            damaged: page.damage.count)
    }

    // MARK: The complainant's word

    func giveVerdict(
        _ request: GiveVerdictRequest, _ call: CallContext
    ) async throws(RPCStatus) -> GiveVerdictResponse {
        let identifier = try core.identifier(request.caseID, at: "case_id")
        let receipt = try await change(
            identifier,
            .giveVerdict(
                accepted: request.accepted, reason: request.reason,
                expectedVersion: request.expectedVersion.expectation), call)
        return GiveVerdictResponse(state: .init(receipt.state), version: receipt.version)
    }

    func withdrawCase(
        _ request: WithdrawCaseRequest, _ call: CallContext
    ) async throws(RPCStatus) -> WithdrawCaseResponse {
        let identifier = try core.identifier(request.caseID, at: "case_id")
        let receipt = try await change(
            identifier,
            .withdraw(
                reason: request.reason, expectedVersion: request.expectedVersion.expectation),
            call)
        return WithdrawCaseResponse(state: .init(receipt.state), version: receipt.version)
    }

    private func change(
        _ identifier: CaseIdentifier, _ command: CaseCommand, _ call: CallContext
    ) async throws(RPCStatus) -> CaseReceipt {
        let order = CaseChange(
            identifier: identifier, actor: .partner(try core.peer(call).reference),
            key: try core.key(call.idempotencyKey, for: command, on: identifier),
            command: command,
            at: core.clock.reading())
        return try core.receipt(of: await core.execute(.change(order), call)).receipt
    }
}

extension UInt64 {
    /// An `expected_version` as the rules take it: 0 expects nothing.
    var expectation: UInt64? { self == 0 ? nil : self }
}
