// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/proof_service.proto.

/// The methods of `recours.v1.ProofService`.
package enum ProofServiceMethods {
    /// A receipt: text that can be checked offline with the server's public key alone.
    package static let getReceipt = MethodDescriptor(
        fullName: "recours.v1.ProofService/GetReceipt",
        shape: .unary, repeatability: .noSideEffects)
    /// The signed head of the caller's own tree.
    package static let getTreeHead = MethodDescriptor(
        fullName: "recours.v1.ProofService/GetTreeHead",
        shape: .unary, repeatability: .noSideEffects)
    /// The key with which receipts and heads are signed. Compare it with what the operator
    /// publishes.
    package static let getPublicKey = MethodDescriptor(
        fullName: "recours.v1.ProofService/GetPublicKey",
        shape: .unary, repeatability: .noSideEffects)

    /// All of them, in the schema's order.
    package static var all: [MethodDescriptor] {
        [
            getReceipt,
            getTreeHead,
            getPublicKey,
        ]
    }
}
