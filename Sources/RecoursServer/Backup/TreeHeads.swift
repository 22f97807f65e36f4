// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursCrypto
internal import RecoursProof
package import RecoursStore

/// The heads of all partners' trees, as lines: size, root, partner.
package struct TreeHeads: Sendable, Equatable {
    private struct Head: Sendable, Equatable {
        let size: UInt64
        let root: [UInt8]
    }

    /// By partner, as `platform/amazon`.
    private var heads: [String: Head] = [:]

    /// Those in a snapshot.
    package init(of reader: any StoreReader) throws(StoreError) {
        var partners: [RecoursCases.PartnerReference] = []
        while true {
            let page = try reader.partners(kind: nil, after: partners.last, limit: 1_000)
            if page.isEmpty { break }
            partners += page.map(\.reference)
        }
        try self.init(of: reader, partners)
    }

    /// Those in a snapshot.
    ///
    /// - Parameter partners: all of its partners.
    init(
        of reader: any StoreReader, _ partners: [RecoursCases.PartnerReference]
    ) throws(StoreError) {
        for partner in partners {
            guard let number = try reader.partnerNumber(partner) else { continue }
            let tree = try StoredTree(number, in: reader)
            if tree.size == 0 { continue }
            heads[partner.label] = Head(
                size: tree.size, root: try Self.root(of: tree, size: tree.size))
        }
    }

    /// Reads what `text` wrote; nil for anything else.
    init?(text: String) {
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: " ")
            guard parts.count == 3, let size = UInt64(parts[0]),
                let root = Hexadecimal.bytes(of: String(parts[1]))
            else { return nil }
            heads[String(parts[2])] = Head(size: size, root: root)
        }
        guard self.text == text else { return nil }
    }

    var text: String {
        heads.sorted { $0.key < $1.key }.map { partner, head in
            "\(head.size) \(Hexadecimal.text(of: head.root)) \(partner)\n"
        }.joined()
    }

    /// Size and root of each, by partner.
    package var words: [String: String] {
        heads.mapValues { "\($0.size) \(Hexadecimal.text(of: $0.root))" }
    }

    /// Partners whose head is another here than there.
    func differences(from other: TreeHeads) -> [String] {
        Set(heads.keys).union(other.heads.keys).filter { heads[$0] != other.heads[$0] }.sorted()
    }

    /// Partners of whose trees, as they were when these heads were, a copy has not all, or other
    /// leaves. A store only ever adds to a tree.
    func notContinued(
        in copy: any StoreCopy, _ partners: [RecoursCases.PartnerReference]
    ) throws(StoreError) -> [String] {
        var found: [String] = []
        let known = Dictionary(partners.map { ($0.label, $0) }) { first, _ in first }
        for (label, head) in heads.sorted(by: { $0.key < $1.key }) {
            var isContinued = false
            if let partner = known[label], let number = try copy.reader.partnerNumber(partner) {
                let tree = try StoredTree(number, in: copy.reader)
                if tree.size >= head.size {
                    isContinued = try Self.root(of: tree, size: head.size) == head.root
                }
            }
            if !isContinued { found.append(label) }
        }
        return found
    }

    private static func root(of tree: StoredTree, size: UInt64) throws(StoreError) -> [UInt8] {
        do throws(ProofError) {
            return try MerkleTree(StoredNodes(tree), size: size).root().bytes
        } catch {
            throw StoreError(error)
        }
    }
}
