// SPDX-License-Identifier: EUPL-1.2

/// Where an event stands: in whose tree, and at which of its places, counted from 0.
package struct TreePlace: Sendable, Hashable {
    package var tree: PartnerNumber
    package var index: UInt64

    package init(tree: PartnerNumber, index: UInt64) {
        self.tree = tree
        self.index = index
    }
}

/// A node of a partner's tree that is kept: a leaf, or the root over 256 nodes of the level eight
/// below.
package struct TreeNode: Sendable, Hashable {
    /// Kept levels are multiples of this; those between are made again when they are asked for.
    package static let levelStep = 8
    /// Nodes under one node of the next kept level.
    package static let fanOut: UInt64 = 256
    /// A tree of 2^32 leaves has none above.
    package static let highestLevel = 32

    package var tree: PartnerNumber
    package var level: Int
    package var index: UInt64
    /// 32 bytes.
    package var hash: [UInt8]

    package init(tree: PartnerNumber, level: Int, index: UInt64, hash: [UInt8]) {
        self.tree = tree
        self.level = level
        self.index = index
        self.hash = hash
    }
}
