// SPDX-License-Identifier: EUPL-1.2

public import RecoursMessages
internal import RecoursTransport

/// Erasing what is kept no longer. Get it from `RecoursClient.retention`.
///
/// For operators; `erase` also for mediators. What is erased does not come back.
public struct RetentionCalls: Sendable {
    let client: RecoursClient

    /// Counts what is kept no longer, then erases it unless it is a dry run.
    ///
    /// - Parameter progress: called with each message of progress, the last one too.
    /// - Returns: the last message.
    /// - Throws: `invalidArgument` if more cases are due than the ceiling allows; nothing was
    ///   erased then.
    public func run(
        _ request: RunRetentionRequest = RunRetentionRequest(), deadline: Duration? = nil,
        progress: (RetentionProgress) -> Void = { _ in }
    ) async throws(RecoursError) -> RetentionProgress {
        // Repeated after a break, a run goes on: what is erased is due no longer.
        let last: RetentionProgress? = try await client.caller.call(
            RetentionServiceMethods.runRetention, deadline: deadline ?? .seconds(3_600)
        ) { maker, options async throws(CallFailure) in
            let call = try await RetentionServiceStub(caller: maker).runRetention(request, options)
            var last: RetentionProgress?
            for try await message in call.responses {
                progress(message)
                last = message
            }
            return last
        }
        guard let last, last.finished else { throw .incomplete("RetentionProgress.finished") }
        return last
    }

    /// Erases one closed case on request, by its public number in any spelling.
    ///
    /// - Parameter reason: stays with the erased case, so it must not name anybody.
    /// - Throws: `failedPrecondition` if the case is not closed, or held.
    public func erase(
        publicNumber: String, reason: String, deadline: Duration? = nil
    ) async throws(RecoursError) -> EraseCaseResponse {
        let request = EraseCaseRequest(reason: reason, reference: .publicNumber(publicNumber))
        return try await erase(request, deadline)
    }

    /// The same by its identifier (16 bytes).
    public func erase(
        id: [UInt8], reason: String, deadline: Duration? = nil
    ) async throws(RecoursError) -> EraseCaseResponse {
        try await erase(EraseCaseRequest(reason: reason, reference: .id(id)), deadline)
    }

    private func erase(
        _ request: EraseCaseRequest, _ deadline: Duration?
    ) async throws(RecoursError) -> EraseCaseResponse {
        try await client.caller.call(RetentionServiceMethods.eraseCase, deadline: deadline) {
            maker, options async throws(CallFailure) in
            try await RetentionServiceStub(caller: maker).eraseCase(request, options)
        }
    }
}
