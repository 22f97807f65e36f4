// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation_service.proto.

package import RecoursMessages
package import RecoursTransport

/// What mediators do to cases is ActionService's. Nothing here says who a complainant is.
package struct MediationServiceStub: Sendable {
    /// Makes the calls.
    package let caller: any CallMaker

    /// A client of the service whose calls `caller` makes.
    package init(caller: any CallMaker) {
        self.caller = caller
    }

    /// Lists the cases that wait for a mediator, by the date on which somebody must have acted. For
    /// mediators.
    package func listQueue(
        _ request: ListQueueRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> ListQueueResponse {
        try await caller.unary(MediationServiceMethods.listQueue, request, options)
    }

    /// Lists classes of like open cases, the largest first, so that one answer can serve a class
    /// (ActionService.ActMany). For mediators.
    package func listClusters(
        _ request: ListClustersRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> ListClustersResponse {
        try await caller.unary(MediationServiceMethods.listClusters, request, options)
    }

    /// Lists which mediators have read who a complainant is, newest first. For mediators,
    /// operators, and the complainant's side about its own cases.
    package func listIdentityReads(
        _ request: ListIdentityReadsRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> ListIdentityReadsResponse {
        try await caller.unary(MediationServiceMethods.listIdentityReads, request, options)
    }
}
