// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/proof_service.proto.

package import RecoursMessages
package import RecoursTransport

/// Every event of a case is a leaf of an append-only Merkle tree (RFC 9162): that of the partner
/// who acted, or of the case's submitter if the system did. A partner gets receipts of what stands
/// in its own tree alone, so that no place in a tree counts others' cases.
package protocol ProofServiceHandling: Sendable {
    /// A receipt: text that can be checked offline with the server's public key alone.
    func getReceipt(
        _ request: GetReceiptRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> GetReceiptResponse

    /// The signed head of the caller's own tree.
    func getTreeHead(
        _ request: GetTreeHeadRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> GetTreeHeadResponse

    /// The key with which receipts and heads are signed. Compare it with what the operator
    /// publishes.
    func getPublicKey(
        _ request: GetPublicKeyRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> GetPublicKeyResponse
}

extension ProofServiceHandling {
    /// Adds the service's methods to a router.
    package func register(in router: inout MethodRouter) {
        router.unary(ProofServiceMethods.getReceipt) {
            (
                request: GetReceiptRequest, call: CallContext
            ) async throws(RPCStatus) -> GetReceiptResponse in
            try await self.getReceipt(request, call)
        }
        router.unary(ProofServiceMethods.getTreeHead) {
            (
                request: GetTreeHeadRequest, call: CallContext
            ) async throws(RPCStatus) -> GetTreeHeadResponse in
            try await self.getTreeHead(request, call)
        }
        router.unary(ProofServiceMethods.getPublicKey) {
            (
                request: GetPublicKeyRequest, call: CallContext
            ) async throws(RPCStatus) -> GetPublicKeyResponse in
            try await self.getPublicKey(request, call)
        }
    }
}
