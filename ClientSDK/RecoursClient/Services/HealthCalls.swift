// SPDX-License-Identifier: EUPL-1.2

public import RecoursMessages
internal import RecoursTransport

/// Whether the server serves. Get it from `RecoursClient.health`.
public struct HealthCalls: Sendable {
    let client: RecoursClient

    /// The server's state now.
    public func check(deadline: Duration? = nil) async throws(RecoursError) -> ServingState {
        try await report(deadline: deadline).state
    }

    /// The same, with what else the server says of itself: that it is a sandbox, that its
    /// machine's clock has leapt.
    public func report(
        deadline: Duration? = nil
    ) async throws(RecoursError) -> HealthCheckResponse {
        try await client.caller.call(HealthServiceMethods.check, deadline: deadline) {
            maker, options async throws(CallFailure) in
            try await HealthServiceStub(caller: maker).check(HealthCheckRequest(), options)
        }
    }
}
