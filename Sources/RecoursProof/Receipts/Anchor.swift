// SPDX-License-Identifier: EUPL-1.2

package import RecoursCrypto

/// That the head of one partner's tree stands under a checkpoint that is the same for all partners.
///
/// The server cannot show one partner another record than it showed the world: whoever compares
/// the common checkpoint with somebody else's sees it. The leaf is blinded, so nobody learns from
/// it how much a partner has recorded, and random leaves fill the tree up to a power of two, so
/// that its size does not count partners.
package struct Anchor: Hashable, Sendable {
    /// Bytes of a blind.
    package static let blindBytes = 32

    /// Random, known to the partner alone.
    package var blind: [UInt8]
    /// The leaf's place in the common tree.
    package var index: UInt64
    /// From the leaf to the root of the checkpoint, nearest first.
    package var proof: [SHA256Digest]
    /// The signed head of the common tree.
    package var checkpoint: Checkpoint

    package init(blind: [UInt8], index: UInt64, proof: [SHA256Digest], checkpoint: Checkpoint) {
        self.blind = blind
        self.index = index
        self.proof = proof
        self.checkpoint = checkpoint
    }

    /// The leaf of a partner's head: SHA-256(0x00 ‖ blind ‖ root ‖ size).
    package static func leaf(
        blind: [UInt8], root: SHA256Digest, size: UInt64
    ) throws(ProofError) -> SHA256Digest {
        var entry = blind + root.bytes
        for shift in stride(from: 56, through: 0, by: -8) {
            entry.append(UInt8(truncatingIfNeeded: size >> UInt64(shift)))
        }
        return try MerkleHash.leaf(entry)
    }

    /// Throws `SIGNATURE_WRONG` or `CONTRADICTS` unless the partner's head is under the checkpoint.
    func verify(_ head: Checkpoint, _ publicKey: PublicKey) throws(ProofError) {
        _ = try checkpoint.note.verify(publicKey)
        let isIncluded = try MerkleVerification.isIncluded(
            leaf: Self.leaf(blind: blind, root: head.root, size: head.size), at: index,
            size: checkpoint.size, proof: proof, root: checkpoint.root)
        guard isIncluded else {
            throw .contradicts(
                "The tree's head is not under the common checkpoint: the blind, the place or a hash"
                    + " below \"anchor\" was changed.")
        }
    }
}
