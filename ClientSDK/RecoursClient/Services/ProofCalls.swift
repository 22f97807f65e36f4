// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages
internal import RecoursTransport

/// Proof of what was recorded. Get it from `RecoursClient.proofs`.
///
/// A partner gets receipts of what it did itself, and a submitter also of what the system did with
/// its cases. A receipt is worth something without the server: keep its text.
public struct ProofCalls: Sendable {
    let client: RecoursClient

    /// The receipt of an event of the case of this identifier (16 bytes).
    ///
    /// - Parameter sequence: which of the case's events, from 1; 0: the last that the caller did.
    /// - Throws: `notFound` if there is no such case or event that the caller may have proof of.
    public func receipt(
        of id: [UInt8], sequence: UInt64 = 0, deadline: Duration? = nil
    ) async throws(RecoursError) -> Receipt {
        try await receipt(GetReceiptRequest(sequence: sequence, reference: .id(id)), deadline)
    }

    /// The same for the case of this public number, written in any way.
    public func receipt(
        publicNumber: String, sequence: UInt64 = 0, deadline: Duration? = nil
    ) async throws(RecoursError) -> Receipt {
        try await receipt(
            GetReceiptRequest(sequence: sequence, reference: .publicNumber(publicNumber)), deadline)
    }

    /// The same for the case which the caller filed under its own reference.
    public func receipt(
        externalReference: String, sequence: UInt64 = 0, deadline: Duration? = nil
    ) async throws(RecoursError) -> Receipt {
        try await receipt(
            GetReceiptRequest(sequence: sequence, reference: .externalRef(externalReference)),
            deadline)
    }

    /// The signed head of the caller's own tree: how much is recorded, and the hash over it.
    ///
    /// - Parameter earlier: a head kept from before. The server must prove that the tree has only
    ///   grown since; if it can't, something that was recorded has been changed.
    /// - Throws: `dataLoss` if the tree is not the earlier one with events added.
    public func treeHead(
        since earlier: TreeHead? = nil, deadline: Duration? = nil
    ) async throws(RecoursError) -> TreeHead {
        let request = GetTreeHeadRequest(earlierSize: earlier?.size ?? 0)
        let response = try await client.caller.call(
            ProofServiceMethods.getTreeHead, deadline: deadline
        ) { maker, options async throws(CallFailure) in
            try await ProofServiceStub(caller: maker).getTreeHead(request, options)
        }
        let head = try TreeHead(text: response.checkpoint)
        if let earlier { try head.check(continues: earlier, response.consistencyProof) }
        return head
    }

    /// The key with which the server signs. Compare it with the one that its operator publishes:
    /// a server that lies would give a key of its own.
    public func publicKey(deadline: Duration? = nil) async throws(RecoursError) -> ReceiptKey {
        let response = try await client.caller.call(
            ProofServiceMethods.getPublicKey, deadline: deadline
        ) { maker, options async throws(CallFailure) in
            try await ProofServiceStub(caller: maker).getPublicKey(GetPublicKeyRequest(), options)
        }
        return try ReceiptKey(pem: response.publicKey)
    }

    private func receipt(
        _ request: GetReceiptRequest, _ deadline: Duration?
    ) async throws(RecoursError) -> Receipt {
        let response = try await client.caller.call(
            ProofServiceMethods.getReceipt, deadline: deadline
        ) { maker, options async throws(CallFailure) in
            try await ProofServiceStub(caller: maker).getReceipt(request, options)
        }
        return try Receipt(text: response.receipt)
    }
}
