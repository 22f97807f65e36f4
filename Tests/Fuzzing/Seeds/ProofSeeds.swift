// SPDX-License-Identifier: EUPL-1.2

import RecoursCrypto
import RecoursProof

/// A receipt that proves something, signed with a key that is drawn anew in each run.
struct ProofSeeds {
    let receipt: String
    /// The same without content and anchor.
    let bareReceipt: String
    let checkpoint: String

    /// Of some key: signatures are looked at, whether or not they fit.
    static let publicKey = Result { try PrivateKey.generateEd25519().publicKey }

    init() throws {
        let signer = try NoteSigner(
            name: "recours.example", privateKey: PrivateKey.generateEd25519())
        let salt = [UInt8](repeating: 7, count: 32)
        let event = Array("what was filed".utf8)
        let entry = EventEntry(
            caseNumber: "RC-1234-5678-90-3", caseIdentifier: Array(0..<16), sequence: 2,
            previous: try MerkleHash.leaf([1]), leaf: try EventEntry.leaf(salt: salt, event: event))
        let other = try MerkleHash.leaf([2])
        let root = try MerkleHash.node(MerkleHash.leaf(entry.bytes()), other)
        let head = try Checkpoint(
            origin: "recours.example/association/cma", size: 2, root: root,
            extensions: ["time 2018-11-30T11:00:00Z"], signer: signer)
        let blind = [UInt8](repeating: 9, count: 32)
        let common = try Checkpoint(
            origin: "recours.example/common", size: 1,
            root: Anchor.leaf(blind: blind, root: root, size: 2), signer: signer)
        var made = Receipt(
            entry: entry, content: .init(salt: salt, event: event), index: 0, proof: [other],
            checkpoint: head,
            anchor: Anchor(blind: blind, index: 0, proof: [], checkpoint: common))
        receipt = made.text
        made.content = nil
        made.anchor = nil
        bareReceipt = made.text
        checkpoint = head.encoded
    }
}
