// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCrypto
internal import RecoursProof
internal import RecoursStore

/// A partner's tree in a snapshot of the store, as proofs are made of it.
struct StoredNodes: MerkleNodes {
    private let tree: StoredTree

    init(_ tree: StoredTree) {
        self.tree = tree
    }

    func nodes(
        level: Int, from index: UInt64, count: Int
    ) throws(ProofError) -> [SHA256Digest] {
        let stored: [[UInt8]]
        do throws(StoreError) {
            stored = try tree.nodes(level: level, from: index, count: count)
        } catch {
            throw ProofError(code: .invalidArgument, message: error.message)
        }
        return stored.compactMap { SHA256Digest(bytes: $0) }
    }
}

extension StoreError {
    /// A proof could not be made of what is stored: nodes are missing, or none.
    init(_ error: ProofError) {
        self = .corrupted("A partner's tree")
        cause = error.message
    }
}
