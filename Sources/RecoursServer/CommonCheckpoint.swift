// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursCrypto
internal import RecoursProof
internal import RecoursStore

/// One signed statement over the heads of all partners' trees, as they stood in one snapshot.
struct CommonCheckpoint: Sendable {
    /// What one partner is given of it.
    struct Share: Sendable {
        let head: Checkpoint
        let anchor: Anchor
    }

    /// When it was made, in milliseconds since 1970.
    let madeAt: Int64
    private let shares: [RecoursCases.PartnerReference: Share]

    func share(of partner: RecoursCases.PartnerReference) -> Share? { shares[partner] }

    /// Signs each partner's head and one over all of them. The places are random: those of one
    /// checkpoint say nothing of those of another.
    init(
        _ heads: [(partner: RecoursCases.PartnerReference, size: UInt64, root: SHA256Digest)],
        signer: ReceiptSigner, at now: Instant
    ) throws(ProofError) {
        let order = heads.shuffled()
        var blinds: [[UInt8]] = []
        var leaves: [SHA256Digest] = []
        do throws(CryptoError) {
            for _ in order { blinds.append(try SecureRandom.bytes(count: Anchor.blindBytes)) }
        } catch {
            throw ProofError(error)
        }
        for (head, blind) in zip(order, blinds) {
            leaves.append(try Anchor.leaf(blind: blind, root: head.root, size: head.size))
        }
        let padded = try Self.pad(leaves)
        let common = CommonTree(padded.leaves)
        let checkpoint = try signer.commonHead(
            size: UInt64(padded.leaves.count), root: common.tree.root(), at: now)
        var shares: [RecoursCases.PartnerReference: Share] = [:]
        for (place, head) in order.enumerated() {
            let index = UInt64(padded.places[place])
            shares[head.partner] = Share(
                head: try signer.head(of: head.partner, size: head.size, root: head.root, at: now),
                anchor: Anchor(
                    blind: blinds[place], index: index,
                    proof: try common.tree.inclusionProof(of: index), checkpoint: checkpoint))
        }
        self.shares = shares
        madeAt = now.millisecondsSince1970
    }

    /// Random leaves among the real ones, up to a power of two that is at least 16.
    private static func pad(
        _ real: [SHA256Digest]
    ) throws(ProofError) -> (leaves: [SHA256Digest], places: [Int]) {
        var size = 16
        while size < real.count { size *= 2 }
        let places = Array((0..<size).shuffled().prefix(real.count))
        var leaves: [SHA256Digest] = []
        do throws(CryptoError) {
            for _ in 0..<size {
                let random = try SecureRandom.bytes(count: SHA256Digest.byteCount)
                leaves.append(try SHA256.digest(of: random))
            }
        } catch {
            throw ProofError(error)
        }
        for (leaf, place) in zip(real, places) { leaves[place] = leaf }
        return (leaves, places)
    }
}
