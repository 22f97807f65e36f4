// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages
internal import RecoursTransport
internal import RecoursWire
internal import Synchronization

/// What a scripted server has been told, and what came.
final class Script: CallInterceptor, ConnectionAdmission {
    /// What a scripted server has of works and claims.
    struct Records {
        var works: [Work] = []
        var claims: [StandingClaim] = []
        var listings: [ClaimListing] = []
    }

    private struct State {
        var steps: [String: [ScriptedRecours.Step]] = [:]
        var calls: [ScriptedRecours.ReceivedCall] = []
        var cases: [Case] = []
        var records = Records()
        var filed: UInt64 = 0
        var serving = ServingState.serving
    }

    private let state = Mutex(State())

    var cases: [Case] {
        get { state.withLock { $0.cases } }
        set { state.withLock { $0.cases = newValue } }
    }

    var records: Records { state.withLock { $0.records } }

    /// Changes works, claims and listings at once.
    func change<Result: Sendable>(_ body: (inout Records) -> Result) -> Result {
        state.withLock { body(&$0.records) }
    }

    var serving: ServingState {
        get { state.withLock { $0.serving } }
        set { state.withLock { $0.serving = newValue } }
    }

    var calls: [ScriptedRecours.ReceivedCall] { state.withLock { $0.calls } }

    func append(_ steps: [ScriptedRecours.Step], for method: String) {
        state.withLock { $0.steps[method, default: []] += steps }
    }

    /// Numbers made up for receipts: 1, 2, ….
    func nextNumber() -> UInt64 {
        state.withLock { state in
            state.filed += 1
            return state.filed
        }
    }

    /// Plays the next step of a call's method: returns to answer, or throws how the call fails.
    func play(_ call: CallContext) async throws(RPCStatus) {
        try await play(call.method.replacing("recours.v1.", with: ""), call)
    }

    /// The same of one item of a stream.
    func playItem(_ call: CallContext) async throws(RPCStatus) {
        try await play(call.method.replacing("recours.v1.", with: "") + "/item", call)
    }

    private func play(_ method: String, _ call: CallContext) async throws(RPCStatus) {
        let step = state.withLock { state -> ScriptedRecours.Step in
            guard let next = state.steps[method]?.first else { return .answer }
            state.steps[method]?.removeFirst()
            return next
        }
        switch step {
        case .answer: return
        case .delay(let duration):
            // A cancelled call is over anyway.
            try? await Task.sleep(for: duration)
        case .cut:
            call.peer.close(.unspecified, message: "scripted")
            throw RPCStatus(.unavailable, "scripted")
        case .fail(let code, let message, let retryAfter, let reason):
            var details: [ErrorDetail] = []
            if let retryAfter {
                let milliseconds = UInt64(clamping: Int64(retryAfter / .milliseconds(1)))
                details.append(
                    ErrorDetail(kind: .retryInfo(RetryInfo(retryAfterMs: milliseconds))))
            }
            if let reason {
                details.append(
                    ErrorDetail(kind: .errorInfo(ErrorInfo(reason: reason, domain: "recours.v1"))))
            }
            throw RPCStatus(
                RPCStatus.Code(rawValue: code.rawValue) ?? .unknown, message, details: details)
        }
    }

    // MARK: The transport's side

    func before(_ call: CallContext) throws(RPCStatus) {
        let received = ScriptedRecours.ReceivedCall(
            method: call.method.replacing("recours.v1.", with: ""),
            idempotencyKey: call.idempotencyKey, attempt: call.attempt)
        state.withLock { $0.calls.append(received) }
    }

    func after(_ call: CallContext, _ outcome: CallOutcome) {}

    func admit(
        _ connection: PeerConnection
    ) throws(AdmissionRefusal) -> any Sendable & AnyObject { self }
}
