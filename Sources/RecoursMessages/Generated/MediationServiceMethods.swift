// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation_service.proto.

/// The methods of `recours.v1.MediationService`.
package enum MediationServiceMethods {
    /// Lists the cases that wait for a mediator, by the date on which somebody must have acted. For
    /// mediators.
    package static let listQueue = MethodDescriptor(
        fullName: "recours.v1.MediationService/ListQueue",
        shape: .unary, repeatability: .noSideEffects)
    /// Lists classes of like open cases, the largest first, so that one answer can serve a class
    /// (ActionService.ActMany). For mediators.
    package static let listClusters = MethodDescriptor(
        fullName: "recours.v1.MediationService/ListClusters",
        shape: .unary, repeatability: .noSideEffects)
    /// Lists which mediators have read who a complainant is, newest first. For mediators,
    /// operators, and the complainant's side about its own cases.
    package static let listIdentityReads = MethodDescriptor(
        fullName: "recours.v1.MediationService/ListIdentityReads",
        shape: .unary, repeatability: .noSideEffects)

    /// All of them, in the schema's order.
    package static var all: [MethodDescriptor] {
        [
            listQueue,
            listClusters,
            listIdentityReads,
        ]
    }
}
