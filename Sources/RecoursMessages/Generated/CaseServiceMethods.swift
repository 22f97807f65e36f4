// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case_service.proto.

/// The methods of `recours.v1.CaseService`.
package enum CaseServiceMethods {
    /// Files one case. The call's idempotency key is required. When this returns, the case is on
    /// disk.
    package static let submitCase = MethodDescriptor(
        fullName: "recours.v1.CaseService/SubmitCase",
        shape: .unary, repeatability: .idempotent)
    /// Files many: each item has its own key and its own result; results may come in another order.
    /// One refused item does not fail its neighbours.
    package static let submitCases = MethodDescriptor(
        fullName: "recours.v1.CaseService/SubmitCases",
        shape: .bidirectional, repeatability: .idempotent)
    /// Reads one case; sees every write acknowledged before the call.
    package static let getCase = MethodDescriptor(
        fullName: "recours.v1.CaseService/GetCase",
        shape: .unary, repeatability: .noSideEffects)
    /// Lists the caller's cases, newest first, by pages.
    package static let listCases = MethodDescriptor(
        fullName: "recours.v1.CaseService/ListCases",
        shape: .unary, repeatability: .noSideEffects)
    /// Accepts or refuses the platform's answer to an ANSWERED case.
    package static let giveVerdict = MethodDescriptor(
        fullName: "recours.v1.CaseService/GiveVerdict",
        shape: .unary, repeatability: .idempotent)
    /// Withdraws a case that is not closed.
    package static let withdrawCase = MethodDescriptor(
        fullName: "recours.v1.CaseService/WithdrawCase",
        shape: .unary, repeatability: .idempotent)

    /// All of them, in the schema's order.
    package static var all: [MethodDescriptor] {
        [
            submitCase,
            submitCases,
            getCase,
            listCases,
            giveVerdict,
            withdrawCase,
        ]
    }
}
