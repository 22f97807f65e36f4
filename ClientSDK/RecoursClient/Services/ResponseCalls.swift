// SPDX-License-Identifier: EUPL-1.2

public import RecoursMessages
internal import RecoursTransport

/// A platform's answers. Get it from `RecoursClient.responses`.
public struct ResponseCalls: Sendable {
    let client: RecoursClient

    /// Answers one case.
    ///
    /// The response's `responseID` names the answer for ever; without one a new one is made, which
    /// serves for the call's retries.
    /// - Parameter expectedVersion: refused with a `stateConflict` if the case has moved on since;
    ///   0 answers it as it is.
    /// - Throws: `invalidArgument` with all `violations`, `notFound` for a case that was not
    ///   addressed to the caller, `failedPrecondition` for one that cannot be answered any more.
    public func respond(
        to caseID: [UInt8], expectedVersion: UInt64 = 0, _ response: PlatformResponse,
        deadline: Duration? = nil
    ) async throws(RecoursError) -> RespondedCase {
        let request = RespondRequest(
            caseID: caseID, expectedVersion: expectedVersion, response: response
        ).withResponseID()
        let key = request.response.flatMap { IdempotencyKey(bytes: $0.responseID) }
        let answer = try await client.caller.call(
            ResponseServiceMethods.respond, key: key, deadline: deadline
        ) { maker, options async throws(CallFailure) in
            try await ResponseServiceStub(caller: maker).respond(request, options)
        }
        guard let result = answer.result else { throw .incomplete("RespondResponse.result") }
        return result
    }

    /// Answers many cases over one stream: one result a request, in any order.
    ///
    /// Behaves as `CaseCalls.submitAll`. A response without an identifier gets one when it is first
    /// read, which serves for all attempts.
    public func respondAll<Requests: AsyncSequence & Sendable>(
        _ requests: Requests
    ) -> BulkResults<RespondedCase> where Requests.Element == RespondRequest {
        BulkResults(client: client, inputs: requests, kind: BulkAnswers())
    }

    /// The same for answers already in memory.
    public func respondAll(_ requests: [RespondRequest]) -> BulkResults<RespondedCase> {
        respondAll(AsyncElements(requests))
    }
}

extension RespondRequest {
    /// The same with a response identifier, which is what makes it safe to send again.
    func withResponseID() -> RespondRequest {
        var request = self
        if request.response?.responseID.isEmpty ?? false {
            request.response?.responseID = IdempotencyKey().bytes
        }
        return request
    }
}
