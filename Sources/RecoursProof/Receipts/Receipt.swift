// SPDX-License-Identifier: EUPL-1.2

package import RecoursCrypto

/// Proof that an event of a case was recorded: all that is needed to check it without the server.
package struct Receipt: Hashable, Sendable {
    /// The event with its salt; gone once the case's personal data was erased.
    package struct Content: Hashable, Sendable {
        /// Bytes of a salt.
        package static let saltBytes = 32

        package var salt: [UInt8]
        /// The bytes of `recours.v1.Event`.
        package var event: [UInt8]

        package init(salt: [UInt8], event: [UInt8]) {
            self.salt = salt
            self.event = event
        }
    }

    package var entry: EventEntry
    /// Nil if it was erased before the receipt was made.
    package var content: Content?
    /// The entry's place in the tree, from 0.
    package var index: UInt64
    /// From the entry to the root of the checkpoint, nearest first.
    package var proof: [SHA256Digest]
    /// The signed head of the acting partner's tree.
    package var checkpoint: Checkpoint

    package init(
        entry: EventEntry, content: Content?, index: UInt64, proof: [SHA256Digest],
        checkpoint: Checkpoint
    ) {
        self.entry = entry
        self.content = content
        self.index = index
        self.proof = proof
        self.checkpoint = checkpoint
    }

    /// Checks everything, with nothing but the server's public key.
    ///
    /// - Returns: what the receipt proves.
    /// - Throws: ``ProofError`` `SIGNATURE_WRONG`, `CONTRADICTS`, saying which part is wrong.
    package func verify(_ publicKey: PublicKey) throws(ProofError) -> ReceiptFinding {
        let signer = try checkpoint.note.verify(publicKey)
        if let content {
            let leaf = try EventEntry.leaf(salt: content.salt, event: content.event)
            guard leaf == entry.leaf else {
                throw .contradicts(
                    "The event isn't the one that was recorded: the hash of its salt and content is"
                        + " not the leaf of the receipt.")
            }
        }
        guard index < checkpoint.size else {
            throw .contradicts(
                "The receipt says place \(index), but the signed tree has only \(checkpoint.size)"
                    + " entries, counted from 0.")
        }
        let isIncluded = try MerkleVerification.isIncluded(
            leaf: MerkleHash.leaf(entry.bytes()), at: index, size: checkpoint.size, proof: proof,
            root: checkpoint.root)
        guard isIncluded else {
            throw .contradicts(
                "The entry is not in the signed tree: the case number, its identifier, the event's"
                    + " number, the previous link, the leaf, the place or a hash of the proof was"
                    + " changed.")
        }
        return ReceiptFinding(
            caseNumber: entry.caseNumber, sequence: entry.sequence, event: content?.event,
            signer: signer, origin: checkpoint.origin, size: checkpoint.size, index: index,
            notes: checkpoint.extensions)
    }
}

/// What a receipt was found to prove.
package struct ReceiptFinding: Hashable, Sendable {
    package let caseNumber: String
    package let sequence: UInt64
    /// The bytes of `recours.v1.Event`; nil if they were erased.
    package let event: [UInt8]?
    /// The name under which the server signs.
    package let signer: String
    /// Whose tree.
    package let origin: String
    /// Entries of the tree when it was signed.
    package let size: UInt64
    package let index: UInt64
    /// What else was signed with the tree, e.g. when.
    package let notes: [String]
}
