// SPDX-License-Identifier: EUPL-1.2

import RecoursCrypto
import RecoursProof

extension FuzzTarget {
    /// Receipts and checkpoints as texts, and proofs of any length for any place: what is read is
    /// written as it was.
    static let proof = FuzzTarget(
        name: "proof", largestInput: 4_096,
        seeds: {
            let made = try ProofSeeds()
            return [
                [0] + made.receipt.utf8, [0] + made.bareReceipt.utf8, [1] + made.checkpoint.utf8,
                [2, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 7, 3],
                [3, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 7, 4],
            ]
        }
    ) { bytes in
        var input = FuzzInput(bytes)
        switch input.below(4) {
        case 0:
            let text = String(decoding: input.rest, as: UTF8.self)
            guard let receipt = try? Receipt(text: text) else { return }
            try law(receipt.text.utf8.elementsEqual(text.utf8), "a receipt is written differently")
            _ = try? receipt.verify(ProofSeeds.publicKey.get())
        case 1:
            let text = String(decoding: input.rest, as: UTF8.self)
            guard let checkpoint = try? Checkpoint(text) else { return }
            try law(checkpoint.encoded.utf8.elementsEqual(text.utf8), "a checkpoint is written so")
            _ = try? checkpoint.note.verify(ProofSeeds.publicKey.get())
        case 2: try checkInclusion(&input)
        default: try checkConsistency(&input)
        }
    }

    private static func checkInclusion(_ input: inout FuzzInput) throws {
        let (index, size) = (input.wideNumber(), input.wideNumber())
        let hash = try MerkleHash.leaf([])
        let proof = Array(repeating: hash, count: input.below(80))
        let isIncluded = try MerkleVerification.isIncluded(
            leaf: hash, at: index, size: size, proof: proof, root: hash)
        try law(!isIncluded || size == 1, "a made-up proof holds")
    }

    private static func checkConsistency(_ input: inout FuzzInput) throws {
        let (earlier, later) = (input.wideNumber(), input.wideNumber())
        let hash = try MerkleHash.leaf([])
        let proof = Array(repeating: hash, count: input.below(80))
        let isConsistent = try MerkleVerification.isConsistent(
            earlier: (earlier, hash), later: (later, hash), proof: proof)
        try law(!isConsistent || earlier == later || earlier == 0, "a made-up proof holds")
    }
}

extension FuzzInput {
    fileprivate mutating func wideNumber() -> UInt64 {
        take(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
}
