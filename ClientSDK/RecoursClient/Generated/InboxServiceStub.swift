// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/inbox_service.proto.

package import RecoursMessages
package import RecoursTransport

/// An inbox is an ordered sequence. A reader that resumes from its cursor misses nothing and sees
/// nothing twice.
package struct InboxServiceStub: Sendable {
    /// Makes the calls.
    package let caller: any CallMaker

    /// A client of the service whose calls `caller` makes.
    package init(caller: any CallMaker) {
        self.caller = caller
    }

    /// Returns what came after the cursor; waits for something to come if nothing has.
    package func pullCases(
        _ request: PullCasesRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> PullCasesResponse {
        try await caller.unary(InboxServiceMethods.pullCases, request, options)
    }

    /// Takes note of cases, naming a contact; for platforms. Each gets its own result. While the
    /// server cannot keep them all, the whole call fails, and is to be made again: what was
    /// acknowledged before then says so.
    package func acknowledgeCases(
        _ request: AcknowledgeCasesRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> AcknowledgeCasesResponse {
        try await caller.unary(InboxServiceMethods.acknowledgeCases, request, options)
    }
}
