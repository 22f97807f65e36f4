// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/proof_service.proto.

package import RecoursMessages
package import RecoursTransport

/// Every event of a case is a leaf of an append-only Merkle tree (RFC 9162): that of the partner
/// who acted, or of the case's submitter if the system did. A partner gets receipts of what stands
/// in its own tree alone, so that no place in a tree counts others' cases.
package struct ProofServiceStub: Sendable {
    /// Makes the calls.
    package let caller: any CallMaker

    /// A client of the service whose calls `caller` makes.
    package init(caller: any CallMaker) {
        self.caller = caller
    }

    /// A receipt: text that can be checked offline with the server's public key alone.
    package func getReceipt(
        _ request: GetReceiptRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> GetReceiptResponse {
        try await caller.unary(ProofServiceMethods.getReceipt, request, options)
    }

    /// The signed head of the caller's own tree.
    package func getTreeHead(
        _ request: GetTreeHeadRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> GetTreeHeadResponse {
        try await caller.unary(ProofServiceMethods.getTreeHead, request, options)
    }

    /// The key with which receipts and heads are signed. Compare it with what the operator
    /// publishes.
    package func getPublicKey(
        _ request: GetPublicKeyRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> GetPublicKeyResponse {
        try await caller.unary(ProofServiceMethods.getPublicKey, request, options)
    }
}
