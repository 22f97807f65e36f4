// SPDX-License-Identifier: EUPL-1.2

package import RecoursCrypto

/// Checks of proofs, by whoever holds two tree heads or a leaf, without the tree.
package enum MerkleVerification {
    /// Whether a leaf is at an index of the tree with this root (RFC 9162 §2.1.3.2).
    package static func isIncluded(
        leaf: SHA256Digest, at index: UInt64, size: UInt64, proof: [SHA256Digest],
        root: SHA256Digest
    ) throws(ProofError) -> Bool {
        guard index < size else { return false }
        var place = index
        var last = size - 1
        var hash = leaf
        for sibling in proof {
            // More hashes than the tree has levels.
            if last == 0 { return false }
            if place & 1 == 1 || place == last {
                hash = try MerkleHash.node(sibling, hash)
                // Up to where this subtree is a left one, or the whole.
                while place & 1 == 0, place != 0 {
                    place >>= 1
                    last >>= 1
                }
            } else {
                hash = try MerkleHash.node(hash, sibling)
            }
            place >>= 1
            last >>= 1
        }
        return last == 0 && hash == root
    }

    /// Whether the later tree is the earlier one with leaves added (RFC 9162 §2.1.4.2).
    package static func isConsistent(
        earlier: (size: UInt64, root: SHA256Digest), later: (size: UInt64, root: SHA256Digest),
        proof: [SHA256Digest]
    ) throws(ProofError) -> Bool {
        if earlier.size > later.size { return false }
        if earlier.size == later.size { return proof.isEmpty && earlier.root == later.root }
        if earlier.size == 0 {
            let empty = try MerkleHash.empty()
            return proof.isEmpty && earlier.root == empty
        }
        var path = proof[...]
        // A whole subtree is its own first hash, which the proof leaves out.
        if earlier.size.nonzeroBitCount == 1 { path = ([earlier.root] + proof)[...] }
        guard let first = path.popFirst() else { return false }
        var place = earlier.size - 1
        var last = later.size - 1
        while place & 1 == 1 {
            place >>= 1
            last >>= 1
        }
        var before = first
        var after = first
        for sibling in path {
            if last == 0 { return false }
            if place & 1 == 1 || place == last {
                before = try MerkleHash.node(sibling, before)
                after = try MerkleHash.node(sibling, after)
                while place & 1 == 0, place != 0 {
                    place >>= 1
                    last >>= 1
                }
            } else {
                after = try MerkleHash.node(after, sibling)
            }
            place >>= 1
            last >>= 1
        }
        return last == 0 && before == earlier.root && after == later.root
    }
}
