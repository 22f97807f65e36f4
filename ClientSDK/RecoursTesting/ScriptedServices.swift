// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages
internal import RecoursServer
internal import RecoursTransport
internal import RecoursWire

/// Accepts every case, and finds those that the test has set.
struct ScriptedCases: CaseServiceHandling {
    let script: Script

    func submitCase(
        _ request: SubmitCaseRequest, _ call: CallContext
    ) async throws(RPCStatus) -> SubmitCaseResponse {
        try await script.play(call)
        return SubmitCaseResponse(receipt: receipt())
    }

    func submitCases(
        _ requests: InboundMessages<SubmitCasesItem>,
        _ responses: OutboundMessages<SubmitCasesResult>, _ call: CallContext
    ) async throws(RPCStatus) {
        try await script.play(call)
        while let item = try await requests.next() {
            var result = SubmitCasesResult(clientSequence: item.clientSequence)
            do throws(RPCStatus) {
                try await script.playItem(call)
                result.outcome = .receipt(receipt())
            } catch { result.outcome = .refusal(error.wire) }
            try await responses.send(result)
        }
    }

    func getCase(
        _ request: GetCaseRequest, _ call: CallContext
    ) throws(RPCStatus) -> Reply<EncodedMessage<GetCaseResponse>> {
        .later { () async throws(RPCStatus) in
            try await script.play(call)
            return try caseFile(request)
        }
    }

    private func caseFile(
        _ request: GetCaseRequest
    ) throws(RPCStatus) -> EncodedMessage<GetCaseResponse> {
        let found = script.cases.first { one in
            switch request.reference {
            case .id(let id): one.id == id
            case .publicNumber(let number): one.publicNumber == number
            case .externalRef(let reference): one.draft?.externalRef == reference
            case nil: false
            }
        }
        guard let found else { throw .notFound("There is no such case.") }
        return EncodedMessage(GetCaseResponse(caseFile: found))
    }

    func listCases(
        _ request: ListCasesRequest, _ call: CallContext
    ) async throws(RPCStatus) -> EncodedMessage<ListCasesResponse> {
        try await script.play(call)
        return EncodedMessage(ListCasesResponse(cases: script.cases))
    }

    func giveVerdict(
        _ request: GiveVerdictRequest, _ call: CallContext
    ) async throws(RPCStatus) -> GiveVerdictResponse {
        try await script.play(call)
        return GiveVerdictResponse(
            state: request.accepted ? .resolved : .inMediation,
            version: request.expectedVersion + 1)
    }

    func withdrawCase(
        _ request: WithdrawCaseRequest, _ call: CallContext
    ) async throws(RPCStatus) -> WithdrawCaseResponse {
        try await script.play(call)
        return WithdrawCaseResponse(state: .withdrawn, version: request.expectedVersion + 1)
    }

    private func receipt() -> SubmissionReceipt {
        let made = ScriptedNumber(script.nextNumber())
        return SubmissionReceipt(
            caseID: made.identifier, publicNumber: made.publicNumber, state: .transmitted,
            version: 2)
    }
}

/// Gives all cases at once, then nothing.
struct ScriptedInbox: InboxServiceHandling {
    let script: Script

    func pullCases(
        _ request: PullCasesRequest, _ call: CallContext
    ) async throws(RPCStatus) -> EncodedMessage<PullCasesResponse> {
        try await script.play(call)
        let cursor: [UInt8] = [1]
        guard request.cursor.isEmpty else {
            return EncodedMessage(PullCasesResponse(cursor: request.cursor))
        }
        let entries = script.cases.map {
            InboxEntry(cursor: cursor, kind: .transmitted, caseFile: $0)
        }
        return EncodedMessage(PullCasesResponse(entries: entries, cursor: cursor))
    }

    func acknowledgeCases(
        _ request: AcknowledgeCasesRequest, _ call: CallContext
    ) async throws(RPCStatus) -> AcknowledgeCasesResponse {
        try await script.play(call)
        return AcknowledgeCasesResponse(
            results: request.caseIDs.map {
                AcknowledgementResult(
                    caseID: $0,
                    outcome: .acknowledged(AcknowledgedCase(state: .acknowledged, version: 3)))
            })
    }
}

/// Takes every answer.
struct ScriptedResponses: ResponseServiceHandling {
    let script: Script

    func respond(
        _ request: RespondRequest, _ call: CallContext
    ) async throws(RPCStatus) -> RespondResponse {
        try await script.play(call)
        return RespondResponse(result: RespondedCase(state: .answered, version: 4))
    }

    func respondMany(
        _ requests: InboundMessages<RespondManyItem>,
        _ responses: OutboundMessages<RespondManyResult>, _ call: CallContext
    ) async throws(RPCStatus) {
        try await script.play(call)
        while let item = try await requests.next() {
            try await responses.send(
                RespondManyResult(
                    clientSequence: item.clientSequence,
                    outcome: .responded(RespondedCase(state: .answered, version: 4))))
        }
    }
}

/// Serves.
struct ScriptedHealth: HealthServiceHandling {
    let script: Script

    func check(
        _ request: HealthCheckRequest, _ call: CallContext
    ) throws(RPCStatus) -> Reply<HealthCheckResponse> {
        .later { () async throws(RPCStatus) in
            try await script.play(call)
            return HealthCheckResponse(state: script.serving)
        }
    }

    func watch(
        _ request: HealthCheckRequest, _ responses: OutboundMessages<HealthCheckResponse>,
        _ call: CallContext
    ) async throws(RPCStatus) {
        try await script.play(call)
        try await responses.send(HealthCheckResponse(state: script.serving))
    }
}
