// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/figures_service.proto.

package import RecoursMessages
package import RecoursTransport

/// Open to every partner. To all but mediators, counts from 1 to 4 are withheld, and with them
/// whatever would give them away.
package protocol FiguresServiceHandling: Sendable {
    /// Answers `recours.v1.FiguresService/GetFigures`.
    func getFigures(
        _ request: GetFiguresRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> GetFiguresResponse

    /// For complainants: how fast platforms remove what their own cases are about, by month. Of
    /// their own nothing is withheld.
    func getOwnRemovals(
        _ request: GetOwnRemovalsRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> GetOwnRemovalsResponse
}

extension FiguresServiceHandling {
    /// Adds the service's methods to a router.
    package func register(in router: inout MethodRouter) {
        router.unary(FiguresServiceMethods.getFigures) {
            (
                request: GetFiguresRequest, call: CallContext
            ) async throws(RPCStatus) -> GetFiguresResponse in
            try await self.getFigures(request, call)
        }
        router.unary(FiguresServiceMethods.getOwnRemovals) {
            (
                request: GetOwnRemovalsRequest, call: CallContext
            ) async throws(RPCStatus) -> GetOwnRemovalsResponse in
            try await self.getOwnRemovals(request, call)
        }
    }
}
