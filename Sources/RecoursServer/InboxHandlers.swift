// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCaseCoding
internal import RecoursCases
internal import RecoursMessages
internal import RecoursStore
internal import RecoursTransport
internal import RecoursWire

/// `InboxService`: what came in, and taking note of it.
struct InboxHandlers: InboxServiceHandling {
    let core: ServiceCore

    // MARK: Pulling

    func pullCases(
        _ request: PullCasesRequest, _ call: CallContext
    ) async throws(RPCStatus) -> EncodedMessage<PullCasesResponse> {
        let peer = try core.peer(call)
        let scope = try core.scope(of: peer)
        let views = try CaseViews(of: peer)
        let cursors = PositionCursors(core: core, peer: peer)
        let position = try cursors.position(request.cursor)
        let limit = core.pageSize(request.maxCases)
        let end = core.end(ofWait: request.waitMs, call)
        var page = try await core.inboxPage(scope, after: position, limit: limit)
        if page.entries.isEmpty, page.damage.isEmpty, ContinuousClock.now < end {
            let hasGrown = try await core.wait { store async throws(StoreError) in
                try await store.waitForInbox(scope, after: position, until: end)
            }
            if hasGrown {
                page = try await core.inboxPage(scope, after: position, limit: limit)
            }
        }
        var entries: [EncodedReplies.InboxPart] = []
        entries.reserveCapacity(page.entries.count)
        for entry in page.entries {
            guard let snapshot = try views.snapshot(of: entry.caseFile) else { continue }
            entries.append(
                .init(
                    kind: entry.eventKind, snapshot: snapshot,
                    cursor: try cursors.cursor(at: entry.position)))
        }
        // The request's own comes back if nothing did; a reader's first one is the beginning.
        let next =
            request.cursor.isEmpty || page.position != position
            ? try cursors.cursor(at: page.position) : request.cursor
        return EncodedReplies.pullCases(
            entries, cursor: next, more: page.more, damaged: page.damage.count)
    }

    // MARK: Taking note

    func acknowledgeCases(
        _ request: AcknowledgeCasesRequest, _ call: CallContext
    ) async throws(RPCStatus) -> AcknowledgeCasesResponse {
        let peer = try core.peer(call)
        let contact = try checked(request)
        let results = Gathered<Result<AcknowledgementResult, StoreError>>(
            count: request.caseIDs.count)
        let now = core.clock.reading()
        let requestID = call.requestID
        let isBulk = request.caseIDs.count > 1
        // All are queued before any is waited for, so that they share transactions.
        await withCheckedContinuation { continuation in
            results.whenComplete { continuation.resume() }
            for (place, bytes) in request.caseIDs.enumerated() {
                guard let identifier = CaseIdentifier(bytes: bytes) else {
                    let refusal = AcknowledgementResult(
                        refusing: bytes, .invalid("case_ids[\(place)]", .identifierForm),
                        requestID)
                    results.put(.success(refusal), at: place)
                    continue
                }
                let change = CaseChange(
                    identifier: identifier, actor: .partner(peer.reference), key: nil,
                    command: .acknowledge(contact), at: now)
                core.store.enqueue(
                    .change(change), isBulk: isBulk, until: call.lastMoment, sink: call.executor
                ) { outcome in
                    if case .failed(let error) = outcome, error.isTransient {
                        core.note(outcome)
                        results.put(.failure(error), at: place)
                        return
                    }
                    let result = AcknowledgementResult(
                        bytes, core, outcome, filedAt: now, requestID)
                    results.put(.success(result), at: place)
                }
            }
        }
        var answer = AcknowledgeCasesResponse()
        for result in results.all() {
            // What only has to be sent again is no case's refusal: the whole call is, by whoever
            // made it, and of what is acknowledged by now comes no second event.
            do throws(StoreError) {
                answer.results.append(try result.get())
            } catch {
                throw RPCStatus(.store(error))
            }
        }
        return answer
    }

    private func checked(
        _ request: AcknowledgeCasesRequest
    ) throws(RPCStatus) -> RecoursCases.Contact {
        let count = request.caseIDs.count
        var wrong: [Violation] = []
        if count == 0 { wrong.append(Violation("case_ids", .required)) }
        if count > core.limits.acknowledgements {
            wrong.append(
                Violation(
                    "case_ids", .tooMany, limit: core.limits.acknowledgements, actual: count))
        }
        guard let message = request.contact else {
            throw RPCStatus(.invalid(wrong + [Violation("contact", .required)]))
        }
        let contact = MessageReader(from: .partner).contact(message)
        wrong = contact.violations(startingWith: wrong)
        guard wrong.isEmpty else { throw RPCStatus(.invalid(wrong)) }
        return contact
    }
}

extension AcknowledgementResult {
    fileprivate init(refusing caseID: [UInt8], _ status: RPCStatus, _ requestID: String) {
        self.init(caseID: caseID, outcome: .refusal(Status(status, requestID: requestID)))
    }

    fileprivate init(
        _ caseID: [UInt8], _ core: ServiceCore, _ outcome: CaseOutcome, filedAt now: Instant,
        _ requestID: String
    ) {
        do throws(RPCStatus) {
            let (receipt, _) = try core.receipt(of: outcome)
            // The rules make no event of a second acknowledgement: the last is then another one.
            let before = receipt.changedAt != now
            self.init(
                caseID: caseID,
                outcome: .acknowledged(
                    AcknowledgedCase(
                        state: .init(receipt.state), version: receipt.version,
                        alreadyAcknowledged: before)))
        } catch {
            self.init(refusing: caseID, error, requestID)
        }
    }
}
