// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/figures_service.proto.

package import RecoursMessages
package import RecoursTransport

/// Open to every partner. To all but mediators, counts from 1 to 4 are withheld, and with them
/// whatever would give them away.
package struct FiguresServiceStub: Sendable {
    /// Makes the calls.
    package let caller: any CallMaker

    /// A client of the service whose calls `caller` makes.
    package init(caller: any CallMaker) {
        self.caller = caller
    }

    /// Calls `recours.v1.FiguresService/GetFigures`.
    package func getFigures(
        _ request: GetFiguresRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> GetFiguresResponse {
        try await caller.unary(FiguresServiceMethods.getFigures, request, options)
    }

    /// For complainants: how fast platforms remove what their own cases are about, by month. Of
    /// their own nothing is withheld.
    package func getOwnRemovals(
        _ request: GetOwnRemovalsRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> GetOwnRemovalsResponse {
        try await caller.unary(FiguresServiceMethods.getOwnRemovals, request, options)
    }
}
