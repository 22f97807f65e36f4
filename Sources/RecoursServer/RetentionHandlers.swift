// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursMessages
internal import RecoursStore
internal import RecoursTransport
internal import RecoursWire

/// `RetentionService`: erases what is kept no longer, and what somebody has a right to have erased.
struct RetentionHandlers: RetentionServiceHandling {
    /// More than this at once is more likely a mistake than a day's work.
    private static let standardCeiling = 2_500
    /// Cases erased between two messages of progress, each a transaction or a part of one.
    private static let portion = 100

    let core: ServiceCore

    func runRetention(
        _ request: RunRetentionRequest, _ responses: OutboundMessages<RetentionProgress>,
        _ call: CallContext
    ) async throws(RPCStatus) {
        let now = core.clock.reading()
        let asOf =
            request.asOfMs == 0 ? now : Instant(millisecondsSince1970: request.asOfMs)
        guard request.dryRun || asOf <= now else { throw .invalid("as_of_ms", .dateInFuture) }
        let ceiling = request.ceiling == 0 ? Self.standardCeiling : Int(request.ceiling)
        var tally = RetentionTally()
        var next: UInt64? = 1
        while let first = next {
            let slice = try await core.read { () async throws(StoreError) in
                try await core.store.retentionSlice(from: first, asOf: asOf)
            }
            tally.add(slice)
            next = slice.next
            try await responses.send(tally.progress)
        }
        if !request.dryRun {
            guard tally.due.count <= ceiling else {
                throw RPCStatus(
                    .invalid([
                        Violation(
                            "ceiling", .tooSmall, limit: ceiling, actual: tally.due.count)
                    ]))
            }
            try await erase(&tally, responses)
            if tally.progress.erased > 0 { await core.housekeeper.collect() }
        }
        tally.progress.finished = true
        try await responses.send(tally.progress)
    }

    private func erase(
        _ tally: inout RetentionTally, _ responses: OutboundMessages<RetentionProgress>
    ) async throws(RPCStatus) {
        var rest = tally.due[...]
        while !rest.isEmpty {
            let portion = rest.prefix(Self.portion)
            rest = rest.dropFirst(Self.portion)
            for wasDone in try await results(of: portion) {
                if wasDone {
                    tally.progress.erased += 1
                } else {
                    tally.progress.spared += 1
                }
            }
            try await responses.send(tally.progress)
        }
    }

    /// Queues all at once, so that they share transactions; false for what was found otherwise.
    private func results(
        of portion: ArraySlice<RetentionTally.Due>
    ) async throws(RPCStatus) -> [Bool] {
        let gathered = Gathered<Result<Bool, StoreError>>(count: portion.count)
        for (place, due) in portion.enumerated() {
            guard due.reason != .evidence else { continue }
            core.store.enqueue(order(due), isBulk: true) {
                gathered.put(Self.result(of: $0), at: place)
            }
        }
        for (place, due) in portion.enumerated() where due.reason == .evidence {
            let outcome = await core.store.execute(
                .eraseEvidence(of: due.identifier, at: core.clock.reading()))
            gathered.put(Self.result(of: outcome), at: place)
        }
        await withCheckedContinuation { continuation in
            gathered.whenComplete { continuation.resume() }
        }
        var results: [Bool] = []
        for result in gathered.all() {
            results.append(
                try await core.read { () async throws(StoreError) in try result.get() })
        }
        return results
    }

    private static func result(of outcome: CaseOutcome) -> Result<Bool, StoreError> {
        switch outcome {
        case .applied, .replayed: .success(true)
        case .refused, .conflict, .overQuota, .unknownPartner: .success(false)
        case .failed(let error): .failure(error)
        }
    }

    private static func result(of outcome: AdministrativeOutcome) -> Result<Bool, StoreError> {
        switch outcome {
        case .settled(let count): .success(count > 0)
        case .failed(let error): .failure(error)
        default: .failure(.internalError("An order on files was answered otherwise"))
        }
    }

    private func order(_ due: RetentionTally.Due) -> CaseOrder {
        let command: CaseCommand
        switch due.reason {
        case .closed: command = .act(.erase(reason: "kept for 24 months"))
        case .closedWithClaims: command = .act(.erase(reason: "kept for 60 months"))
        // The clock erases idle drafts.
        case .idleDraft, .evidence: command = .elapse
        }
        return .change(
            CaseChange(
                identifier: due.identifier, actor: .system, key: nil, command: command,
                at: core.clock.reading()))
    }

    func eraseCase(
        _ request: EraseCaseRequest, _ call: CallContext
    ) async throws(RPCStatus) -> EraseCaseResponse {
        let peer = try core.peer(call)
        let reference = try reference(request.reference)
        let isMediator = peer.reference.kind == .mediator
        // Drafts are their owners' alone, but they too name people who may ask to be forgotten.
        let found = try await core.read { () async throws(StoreError) in
            try await core.store.caseFile(isMediator ? .mediator : .retention, reference)
        }
        guard let found else { throw RPCStatus(.notFound(.caseFile)) }
        // Its answer was lost, or somebody else was quicker.
        if found.state == .erased {
            return EraseCaseResponse(
                publicNumber: found.publicNumber.description, version: found.version)
        }
        // An operator is no party to a case: the system acts, and says for whom.
        let reason =
            isMediator || request.reason.isEmpty
            ? request.reason : "\(request.reason) (\(peer.label))"
        let change = CaseChange(
            identifier: found.identifier,
            actor: isMediator ? .partner(peer.reference) : .system, key: nil,
            command: .act(.erase(reason: reason)), at: core.clock.reading())
        let receipt = try core.receipt(of: await core.execute(.change(change), call)).receipt
        await core.housekeeper.collect()
        return EraseCaseResponse(
            publicNumber: receipt.publicNumber.description, version: receipt.version)
    }

    private func reference(
        _ reference: EraseCaseRequest.Reference?
    ) throws(RPCStatus) -> CaseReference {
        switch reference {
        case .id(let bytes): try core.reference(.id(bytes))
        case .publicNumber(let text): try core.reference(.publicNumber(text))
        case nil: try core.reference(nil)
        }
    }
}

/// What a run has found and done so far.
private struct RetentionTally {
    typealias Due = (identifier: CaseIdentifier, reason: RecoursCases.RetentionReason)

    var due: [Due] = []
    var progress = RetentionProgress(
        counts: RecoursCases.RetentionReason.allCases.map {
            RetentionCount(reason: .init(rawValue: $0.rawValue))
        })

    mutating func add(_ slice: RetentionSlice) {
        due += slice.due
        progress.seen += UInt64(slice.seen)
        for place in progress.counts.indices {
            let reason = progress.counts[place].reason.rawValue
            let added = slice.due.count { $0.reason.rawValue == reason }
            progress.counts[place].due += UInt64(added)
            for (held, count) in slice.held where held.rawValue == reason {
                progress.counts[place].held += UInt64(count)
            }
        }
    }
}
