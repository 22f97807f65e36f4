// SPDX-License-Identifier: EUPL-1.2

/// The trees that a batch lets grow: gives leaves their places, and makes the kept nodes above them
/// once all that is below them is there.
///
/// A leaf costs one row. Only when a 256th comes are the 255 before it read, so a leaf pays for one
/// row read and one hash made on the average.
package struct TreeGrowth {
    private struct Level: Hashable {
        var tree: PartnerNumber
        var level: Int
    }

    private let chain: EventChain
    private let lookup: any StoreLookup
    /// Sizes, as the batch so far has left them.
    private var sizes: [PartnerNumber: UInt64] = [:]
    /// Nodes of this batch, by level: the last ones of it.
    private var fresh: [Level: [[UInt8]]] = [:]

    package init(chain: EventChain, lookup: any StoreLookup) {
        self.chain = chain
        self.lookup = lookup
    }

    /// Appends a leaf to a tree; the nodes that come of it go to the end of `nodes`.
    package mutating func append(
        _ leaf: [UInt8], to tree: PartnerNumber, _ nodes: inout [TreeNode]
    ) throws(StoreError) -> TreePlace {
        var known = sizes[tree]
        if known == nil { known = try lookup.treeSize(tree) }
        let place = TreePlace(tree: tree, index: known ?? 0)
        sizes[tree] = place.index + 1
        var node = TreeNode(tree: tree, level: 0, index: place.index, hash: leaf)
        nodes.append(node)
        while let above = try nodeAbove(node), above.level <= TreeNode.highestLevel {
            nodes.append(above)
            node = above
        }
        return place
    }

    /// Keeps a node at hand; if it is the last under the next kept one, that one.
    private mutating func nodeAbove(_ node: TreeNode) throws(StoreError) -> TreeNode? {
        let level = Level(tree: node.tree, level: node.level)
        fresh[level, default: []].append(node.hash)
        guard (node.index + 1).isMultiple(of: TreeNode.fanOut) else { return nil }
        var row = fresh.removeValue(forKey: level) ?? []
        let missing = Int(TreeNode.fanOut) - row.count
        if missing > 0 {
            let first = node.index + 1 - TreeNode.fanOut
            let earlier = try lookup.treeNodes(
                node.tree, level: node.level, from: first, count: missing)
            // Not the trouble of one command alone: leaves of this batch are placed already.
            guard earlier.count == missing else {
                throw .internalError("A partner's tree lacks nodes of level \(node.level)")
            }
            row = earlier + row
        }
        return TreeNode(
            tree: node.tree, level: node.level + TreeNode.levelStep,
            index: node.index / TreeNode.fanOut, hash: chain.root(over: row))
    }
}
