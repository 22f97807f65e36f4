// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/commitment_service.proto.

/// The methods of `recours.v1.CommitmentService`.
package enum CommitmentServiceMethods {
    /// Makes a commitment for a campaign or a category; for platforms. Needs an idempotency key.
    package static let makeCommitment = MethodDescriptor(
        fullName: "recours.v1.CommitmentService/MakeCommitment",
        shape: .unary, repeatability: .unknown)
    /// A platform's own, a mediator all; others those of their cases and claims, and all of
    /// campaigns and categories.
    package static let listCommitments = MethodDescriptor(
        fullName: "recours.v1.CommitmentService/ListCommitments",
        shape: .unary, repeatability: .noSideEffects)
    /// Says what became of an open one, or corrects what the clock said; for mediators. The
    /// commitments of cases are settled by what happens to the case.
    package static let settleCommitment = MethodDescriptor(
        fullName: "recours.v1.CommitmentService/SettleCommitment",
        shape: .unary, repeatability: .idempotent)

    /// All of them, in the schema's order.
    package static var all: [MethodDescriptor] {
        [
            makeCommitment,
            listCommitments,
            settleCommitment,
        ]
    }
}
