// SPDX-License-Identifier: EUPL-1.2

package import RecoursCrypto

/// A tree over leaves that are all in memory: the common one, of partners' blinded heads.
package struct CommonTree: MerkleNodes, Sendable {
    private let leaves: [SHA256Digest]

    /// - Parameter leaves: at most 256 × 256 × 256, in the order of their places.
    package init(_ leaves: [SHA256Digest]) {
        self.leaves = leaves
    }

    package var tree: MerkleTree<CommonTree> { MerkleTree(self, size: UInt64(leaves.count)) }

    package func nodes(
        level: Int, from index: UInt64, count: Int
    ) throws(ProofError) -> [SHA256Digest] {
        var made: [SHA256Digest] = []
        for place in 0..<count {
            let first = (Int(index) + place) << level
            let last = first + 1 << level
            guard last <= leaves.count else { throw .invalid("The tree lacks leaves.") }
            var row = Array(leaves[first..<last])
            while row.count > 1 {
                var above: [SHA256Digest] = []
                for pair in stride(from: 0, to: row.count, by: 2) {
                    above.append(try MerkleHash.node(row[pair], row[pair + 1]))
                }
                row = above
            }
            made += row
        }
        return made
    }
}
