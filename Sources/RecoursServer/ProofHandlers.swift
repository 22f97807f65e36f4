// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursCrypto
internal import RecoursMessages
internal import RecoursProof
internal import RecoursStore
internal import RecoursTransport
internal import RecoursWire

/// `ProofService`: receipts and signed tree heads.
///
/// Proofs are made on the store's reading thread, signatures on the call's own.
struct ProofHandlers: ProofServiceHandling {
    let core: ServiceCore
    let signer: ReceiptSigner

    func getReceipt(
        _ request: GetReceiptRequest, _ call: CallContext
    ) async throws(RPCStatus) -> GetReceiptResponse {
        let peer = try core.peer(call)
        let scope = try core.scope(of: peer)
        let reference = try reference(request.reference)
        let head = signer.head(of: peer.reference)
        let proven = try await core.read { () async throws(StoreError) in
            try await core.store.recordedEvent(
                scope, reference, sequence: request.sequence, by: peer.reference
            ) { event, tree throws(StoreError) in try ProvenEvent(event, in: tree, under: head) }
        }
        guard let proven else { throw RPCStatus(.notFound(.event)) }
        let checkpoint = try sign(size: proven.size, root: proven.root, for: peer)
        return GetReceiptResponse(receipt: proven.receipt(checkpoint).text)
    }

    func getTreeHead(
        _ request: GetTreeHeadRequest, _ call: CallContext
    ) async throws(RPCStatus) -> GetTreeHeadResponse {
        let peer = try core.peer(call)
        let earlier = request.earlierSize
        let found = try await core.read { () async throws(StoreError) in
            try await core.store.tree(of: peer.reference) { tree throws(StoreError) in
                try ProvenHead(tree, since: earlier)
            }
        }
        guard let found else { throw RPCStatus(.notAPartner) }
        guard let proof = found.consistency else { throw .invalid("earlier_size", .tooLarge) }
        let checkpoint = try sign(size: found.size, root: found.root, for: peer)
        return GetTreeHeadResponse(
            checkpoint: checkpoint.encoded, consistencyProof: proof.map(\.bytes))
    }

    func getPublicKey(
        _ request: GetPublicKeyRequest, _ call: CallContext
    ) async throws(RPCStatus) -> GetPublicKeyResponse {
        do throws(CryptoError) {
            return GetPublicKeyResponse(
                publicKey: try signer.publicKey.pem(), verifierKey: signer.verifierKey)
        } catch {
            throw RPCStatus(.store(.internalError(error.message)))
        }
    }

    private func reference(
        _ reference: GetReceiptRequest.Reference?
    ) throws(RPCStatus) -> CaseReference {
        switch reference {
        case .id(let bytes): try core.reference(.id(bytes))
        case .publicNumber(let text): try core.reference(.publicNumber(text))
        case .externalRef(let text): try core.reference(.externalRef(text))
        case nil: try core.reference(nil)
        }
    }

    private func sign(
        size: UInt64, root: SHA256Digest, for peer: Peer
    ) throws(RPCStatus) -> Checkpoint {
        do throws(ProofError) {
            return try signer.head(
                of: peer.reference, size: size, root: root, at: core.clock.reading())
        } catch {
            throw RPCStatus(.store(.internalError(error.message)))
        }
    }
}

/// A tree's root and the way to it from an earlier one; made within one snapshot.
private struct ProvenHead: Sendable {
    let size: UInt64
    let root: SHA256Digest
    /// Nil if the tree never had so many leaves yet.
    let consistency: [SHA256Digest]?

    init(_ tree: StoredTree, since earlier: UInt64) throws(StoreError) {
        size = tree.size
        do throws(ProofError) {
            let merkle = MerkleTree(StoredNodes(tree), size: tree.size)
            root = try merkle.root()
            consistency =
                earlier <= tree.size ? try merkle.consistencyProof(from: earlier) : nil
        } catch {
            throw StoreError(error)
        }
    }
}
