// SPDX-License-Identifier: EUPL-1.2

package import RecoursCrypto

/// Where a tree's nodes are kept: its leaves, and of the levels above only each eighth.
///
/// Level 0 are the leaves' hashes; the node `index` of level L is the root over the leaves from
/// `index`·2^L to just before `(index + 1)`·2^L, and is kept only once all of them are there.
package protocol MerkleNodes {
    /// `count` nodes of a level (0, 8, 16, 24 …) from an index on, all of which are there; at most
    /// 256.
    func nodes(
        level: Int, from index: UInt64, count: Int
    ) throws(ProofError) -> [SHA256Digest]
}

/// An append-only tree at one of its sizes (RFC 9162 §2.1): its root and its proofs.
///
/// The levels between the kept ones are made again from at most 128 nodes each, so a root or a
/// proof reads a few hundred nodes of a tree of any size, and an entry costs the writer one narrow
/// row.
package struct MerkleTree<Nodes: MerkleNodes> {
    /// Levels from one kept level to the next: a tile of 2^8 nodes has one node above it.
    private static var levelsATile: Int { 8 }

    private let nodes: Nodes
    package let size: UInt64

    /// - Parameter size: how many leaves to look at; the nodes of all of them are there.
    package init(_ nodes: Nodes, size: UInt64) {
        self.nodes = nodes
        self.size = size
    }

    /// The Merkle tree hash over all leaves.
    package func root() throws(ProofError) -> SHA256Digest {
        size == 0 ? try MerkleHash.empty() : try root(over: 0, count: size)
    }

    /// That the leaf at an index is in the tree (RFC 9162 §2.1.3.1), nearest hash first.
    package func inclusionProof(of index: UInt64) throws(ProofError) -> [SHA256Digest] {
        guard index < size else { throw .invalid("The tree has no leaf \(index).") }
        var path: [SHA256Digest] = []
        var first: UInt64 = 0
        var count = size
        // Down from the root: at each turn the half without the leaf is one hash of the proof.
        while count > 1 {
            let left = Self.leftCount(of: count)
            if index < first + left {
                path.append(try root(over: first + left, count: count - left))
                count = left
            } else {
                path.append(try root(over: first, count: left))
                first += left
                count -= left
            }
        }
        return path.reversed()
    }

    /// That the tree is an earlier one with leaves added (RFC 9162 §2.1.4.1).
    package func consistencyProof(from earlier: UInt64) throws(ProofError) -> [SHA256Digest] {
        guard earlier <= size else {
            throw .invalid("The tree has \(size) leaves, never had \(earlier).")
        }
        if earlier == 0 || earlier == size { return [] }
        var path: [SHA256Digest] = []
        var first: UInt64 = 0
        var count = size
        var sought = earlier
        // True while the earlier tree's root is one that its reader knows already.
        var isWhole = true
        while sought != count {
            let left = Self.leftCount(of: count)
            if sought <= left {
                path.append(try root(over: first + left, count: count - left))
                count = left
            } else {
                path.append(try root(over: first, count: left))
                first += left
                count -= left
                sought -= left
                isWhole = false
            }
        }
        if !isWhole { path.append(try root(over: first, count: count)) }
        return path.reversed()
    }

    /// The largest power of two below a count of at least 2.
    private static func leftCount(of count: UInt64) -> UInt64 {
        1 << UInt64(63 - (count - 1).leadingZeroBitCount)
    }

    /// The root over leaves of which the first stands where a subtree of that size may begin.
    private func root(over first: UInt64, count: UInt64) throws(ProofError) -> SHA256Digest {
        if count.nonzeroBitCount == 1 {
            return try completeRoot(level: count.trailingZeroBitCount, over: first)
        }
        let left = Self.leftCount(of: count)
        let right = try root(over: first + left, count: count - left)
        return try MerkleHash.node(root(over: first, count: left), right)
    }

    /// The root over 2^level leaves, from the kept level below.
    private func completeRoot(level: Int, over first: UInt64) throws(ProofError) -> SHA256Digest {
        let kept = level / Self.levelsATile * Self.levelsATile
        let count = 1 << (level - kept)
        var row = try nodes.nodes(level: kept, from: first >> UInt64(kept), count: count)
        guard row.count == count else { throw .invalid("The tree lacks nodes of level \(kept).") }
        while row.count > 1 {
            var above: [SHA256Digest] = []
            for place in stride(from: 0, to: row.count, by: 2) {
                above.append(try MerkleHash.node(row[place], row[place + 1]))
            }
            row = above
        }
        return row[0]
    }
}
