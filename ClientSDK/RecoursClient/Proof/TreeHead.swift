// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCrypto
internal import RecoursProof

/// The signed head of a partner's tree. Kept, it lets the partner see later that nothing recorded
/// before has been changed or left out since.
public struct TreeHead: Sendable, Hashable {
    private let checkpoint: Checkpoint

    /// Reads a head; its signature is checked by `verify`. Throws `invalidArgument` for what is
    /// none.
    public init(text: String) throws(RecoursError) {
        do throws(ProofError) {
            checkpoint = try Checkpoint(text)
        } catch {
            throw RecoursError(error)
        }
    }

    /// The head as text, to keep.
    public var text: String { checkpoint.encoded }
    /// Whose tree: signer, kind and slug of the partner.
    public var tree: String { checkpoint.origin }
    /// Events recorded.
    public var size: UInt64 { checkpoint.size }
    /// The hash over all of them, 32 bytes.
    public var root: [UInt8] { checkpoint.root.bytes }
    /// When it was signed, as `2018-11-30T11:00:00Z`; empty if it doesn't say.
    public var signedAt: String { TreeHead.time(in: checkpoint.extensions) }

    /// Checks the signature, offline. Throws `unauthenticated` or `dataLoss`.
    public func verify(_ key: ReceiptKey) throws(RecoursError) {
        do throws(ProofError) {
            _ = try checkpoint.note.verify(key.publicKey)
        } catch {
            throw RecoursError(error)
        }
    }

    /// Checks the server's proof that this is an earlier head's tree with events added.
    func check(continues earlier: TreeHead, _ proof: [[UInt8]]) throws(RecoursError) {
        let hashes = proof.compactMap { SHA256Digest(bytes: $0) }
        let isConsistent: Bool
        do throws(ProofError) {
            isConsistent = try MerkleVerification.isConsistent(
                earlier: (earlier.size, earlier.checkpoint.root),
                later: (size, checkpoint.root), proof: hashes)
        } catch {
            throw RecoursError(error)
        }
        guard isConsistent, hashes.count == proof.count, tree == earlier.tree else {
            throw RecoursError(
                code: .dataLoss,
                message: "the tree of \(size) events is not the earlier one of \(earlier.size)"
                    + " with events added",
                remedy: "Keep both heads: together they prove that the record was changed.",
                origin: .server)
        }
    }

    static func time(in lines: [String]) -> String {
        let mark = "time "
        return lines.first { $0.hasPrefix(mark) }.map { String($0.dropFirst(mark.count)) } ?? ""
    }
}
