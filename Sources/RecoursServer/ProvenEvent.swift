// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursCrypto
internal import RecoursProof
internal import RecoursStore

/// An event and the way from it to the root of its tree: a receipt but for the signature.
struct ProvenEvent: Sendable {
    let entry: EventEntry
    let content: Receipt.Content?
    let index: UInt64
    let proof: [SHA256Digest]
    let size: UInt64
    let root: SHA256Digest

    /// Made within the snapshot that the tree is of.
    ///
    /// - Parameter head: one that is signed already; it serves if it covers the event.
    init(
        _ event: RecordedEvent, in tree: StoredTree, under head: Checkpoint?
    ) throws(StoreError) {
        guard let previous = SHA256Digest(bytes: event.previousLink),
            let leaf = SHA256Digest(bytes: event.leaf)
        else { throw .corrupted("A case's chain of events") }
        entry = EventEntry(
            caseNumber: event.number.description, caseIdentifier: event.identifier.bytes,
            sequence: event.sequence, previous: previous, leaf: leaf)
        content =
            event.salt.isEmpty ? nil : Receipt.Content(salt: event.salt, event: event.bytes)
        index = event.index
        let covers = head.map { $0.size > event.index && $0.size <= tree.size } ?? false
        size = covers ? head?.size ?? tree.size : tree.size
        do throws(ProofError) {
            let merkle = MerkleTree(StoredNodes(tree), size: size)
            proof = try merkle.inclusionProof(of: event.index)
            if covers, let head { root = head.root } else { root = try merkle.root() }
        } catch {
            throw StoreError(error)
        }
    }

    func receipt(_ checkpoint: Checkpoint) -> Receipt {
        Receipt(
            entry: entry, content: content, index: index, proof: proof, checkpoint: checkpoint)
    }
}
