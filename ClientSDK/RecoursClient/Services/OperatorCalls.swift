// SPDX-License-Identifier: EUPL-1.2

public import RecoursMessages
internal import RecoursTransport

/// The server's own time, and its backups. Get it from `RecoursClient.operator`; for operators.
public struct OperatorCalls: Sendable {
    let client: RecoursClient

    /// What time the server records, and when it next has something to do.
    public func clock(deadline: Duration? = nil) async throws(RecoursError) -> GetClockResponse {
        try await client.caller.call(OperatorServiceMethods.getClock, deadline: deadline) {
            maker, options async throws(CallFailure) in
            try await OperatorServiceStub(caller: maker).getClock(GetClockRequest(), options)
        }
    }

    /// Moves a sandbox's time ahead, as if it had passed: reminders and deadlines on the way are
    /// acted on, each at its own time. Never repeated by itself.
    ///
    /// - Parameters:
    ///   - duration: more than nothing and at most ten years.
    ///   - deadline: ten minutes if left out, for a long way with many cases takes its time.
    /// - Throws: `failedPrecondition` on a server that is no sandbox.
    public func advanceClock(
        by duration: Duration, deadline: Duration? = nil
    ) async throws(RecoursError) -> AdvanceClockResponse {
        let (seconds, attoseconds) = duration.components
        let milliseconds = seconds.multipliedReportingOverflow(by: 1_000)
        let rest = attoseconds / 1_000_000_000_000_000
        let target: Int64 = milliseconds.overflow ? .max : milliseconds.partialValue + rest
        return try await advance(.byMs(target), deadline)
    }

    /// Moves a sandbox's time ahead to an instant, in milliseconds since 1970.
    ///
    /// - Throws: `invalidArgument` for an instant that has passed, `failedPrecondition` on a server
    ///   that is no sandbox.
    public func advanceClock(
        toMilliseconds milliseconds: Int64, deadline: Duration? = nil
    ) async throws(RecoursError) -> AdvanceClockResponse {
        try await advance(.toMs(milliseconds), deadline)
    }

    private func advance(
        _ target: AdvanceClockRequest.Target, _ deadline: Duration?
    ) async throws(RecoursError) -> AdvanceClockResponse {
        try await client.caller.call(
            OperatorServiceMethods.advanceClock, deadline: deadline ?? .seconds(600)
        ) { maker, options async throws(CallFailure) in
            try await OperatorServiceStub(caller: maker).advanceClock(
                AdvanceClockRequest(target: target), options)
        }
    }

    /// Makes a backup on the server, in the directory that its configuration names. Never repeated
    /// by itself; the backup goes on if this call ends early.
    ///
    /// - Parameters:
    ///   - deadline: six hours if left out, for a large store takes its time.
    ///   - progress: called with each message of progress.
    /// - Throws: `aborted` while another is made, `failedPrecondition` on a server that makes none,
    ///   `dataLoss` if what was to be kept is damaged.
    public func backUp(
        deadline: Duration? = nil, progress: (BackUpProgress) -> Void = { _ in }
    ) async throws(RecoursError) -> BackUpResult {
        let result: BackUpResult? = try await client.caller.call(
            OperatorServiceMethods.backUp, deadline: deadline ?? .seconds(21_600)
        ) { maker, options async throws(CallFailure) in
            let call = try await OperatorServiceStub(caller: maker).backUp(
                BackUpRequest(), options)
            var result: BackUpResult?
            for try await message in call.responses {
                progress(message)
                result = message.result
            }
            return result
        }
        guard let result else { throw .incomplete("BackUpProgress.result") }
        return result
    }
}
