// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation_service.proto.

package import RecoursMessages
package import RecoursTransport

/// What mediators do to cases is ActionService's. Nothing here says who a complainant is.
package protocol MediationServiceHandling: Sendable {
    /// Lists the cases that wait for a mediator, by the date on which somebody must have acted. For
    /// mediators.
    func listQueue(
        _ request: ListQueueRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> ListQueueResponse

    /// Lists classes of like open cases, the largest first, so that one answer can serve a class
    /// (ActionService.ActMany). For mediators.
    func listClusters(
        _ request: ListClustersRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> ListClustersResponse

    /// Lists which mediators have read who a complainant is, newest first. For mediators,
    /// operators, and the complainant's side about its own cases.
    func listIdentityReads(
        _ request: ListIdentityReadsRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> ListIdentityReadsResponse
}

extension MediationServiceHandling {
    /// Adds the service's methods to a router.
    package func register(in router: inout MethodRouter) {
        router.unary(MediationServiceMethods.listQueue) {
            (
                request: ListQueueRequest, call: CallContext
            ) async throws(RPCStatus) -> ListQueueResponse in
            try await self.listQueue(request, call)
        }
        router.unary(MediationServiceMethods.listClusters) {
            (
                request: ListClustersRequest, call: CallContext
            ) async throws(RPCStatus) -> ListClustersResponse in
            try await self.listClusters(request, call)
        }
        router.unary(MediationServiceMethods.listIdentityReads) {
            (
                request: ListIdentityReadsRequest, call: CallContext
            ) async throws(RPCStatus) -> ListIdentityReadsResponse in
            try await self.listIdentityReads(request, call)
        }
    }
}
