// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages
internal import RecoursServer
internal import RecoursTransport
internal import RecoursWire

/// Lets every action happen. The state told is the one to which the action leads, or the case's own
/// if it leads nowhere; `cases` stay as the test has set them.
struct ScriptedActions: ActionServiceHandling {
    let script: Script

    func act(_ request: ActRequest, _ call: CallContext) async throws(RPCStatus) -> ActResponse {
        try await script.play(call)
        return response(to: request)
    }

    func actMany(
        _ requests: InboundMessages<ActManyItem>, _ responses: OutboundMessages<ActManyResult>,
        _ call: CallContext
    ) async throws(RPCStatus) {
        try await script.play(call)
        while let item = try await requests.next() {
            let done = response(to: item.request ?? ActRequest())
            try await responses.send(
                ActManyResult(clientSequence: item.clientSequence, outcome: .done(done)))
        }
    }

    func saveDraft(
        _ request: SaveDraftRequest, _ call: CallContext
    ) async throws(RPCStatus) -> SaveDraftResponse {
        try await script.play(call)
        let made = ScriptedNumber(script.nextNumber())
        return SaveDraftResponse(
            caseID: made.identifier, publicNumber: made.publicNumber, version: 1)
    }

    private func response(to request: ActRequest) -> ActResponse {
        let own = script.cases.first { $0.id == request.caseID }
        return ActResponse(
            state: ScriptedActions.state(after: request.action?.kind) ?? own?.state ?? .unspecified,
            version: max(request.expectedVersion, own?.version ?? 0) + 1)
    }

    private static func state(after action: Action.Kind?) -> CaseState? {
        switch action {
        case .file, .transmit: .transmitted
        case .readmit, .split: .submitted
        case .reopen, .takeOver: .inMediation
        case .declareInadmissible: .inadmissible
        case .merge: .duplicate
        case .requestInformation: .infoRequested
        case .closeMediation(let outcome):
            outcome.result == .resolved ? .resolved : .noAgreement
        case .erase: .erased
        default: nil
        }
    }
}

/// What a case is called by a server that only plays: an identifier that ends in the number, a
/// public number that only looks like one.
struct ScriptedNumber {
    let identifier: [UInt8]
    let publicNumber: String

    init(_ number: UInt64) {
        var bytes = [UInt8](repeating: 0, count: 16)
        for place in 0..<8 {
            bytes[15 - place] = UInt8(truncatingIfNeeded: number >> (8 * place))
        }
        identifier = bytes
        publicNumber = "RC-TEST-\(number)"
    }
}
