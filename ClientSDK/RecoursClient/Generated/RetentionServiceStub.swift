// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/retention_service.proto.

package import RecoursMessages
package import RecoursTransport

/// Erasing destroys what could tell whom a case was about, for ever; category, platform, dates and
/// outcome stay, and so does every proof. A case under a legal hold is not erased.
package struct RetentionServiceStub: Sendable {
    /// Makes the calls.
    package let caller: any CallMaker

    /// A client of the service whose calls `caller` makes.
    package init(caller: any CallMaker) {
        self.caller = caller
    }

    /// Erases what is kept no longer; for operators. First counts, then erases; tells how far it
    /// is.
    package func runRetention(
        _ request: RunRetentionRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> StreamingCall<RunRetentionRequest, RetentionProgress> {
        let call: StreamingCall<RunRetentionRequest, RetentionProgress> =
            try await caller.streaming(RetentionServiceMethods.runRetention, options)
        try await call.send(request)
        call.finishSending()
        return call
    }

    /// Erases one closed case on request; for operators and mediators. Operators may erase a draft
    /// too.
    package func eraseCase(
        _ request: EraseCaseRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> EraseCaseResponse {
        try await caller.unary(RetentionServiceMethods.eraseCase, request, options)
    }
}
