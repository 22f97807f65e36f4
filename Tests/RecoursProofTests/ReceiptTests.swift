// SPDX-License-Identifier: EUPL-1.2

import RecoursCrypto
import RecoursProof
import Testing

@Suite("Receipts")
struct ReceiptTests {
    private let publicKey: PublicKey
    private let receipt: Receipt

    init() throws {
        let key = try PrivateKey.generateEd25519()
        publicKey = key.publicKey
        let signer = try NoteSigner(name: "recours.example", privateKey: key)
        let event = Array("what was filed".utf8)
        let salt = [UInt8](repeating: 7, count: 32)
        let entry = EventEntry(
            caseNumber: "RC-1234-5678-90-3", caseIdentifier: Array(0..<16), sequence: 2,
            previous: try MerkleHash.leaf([1]), leaf: try EventEntry.leaf(salt: salt, event: event))
        var nodes = try KeptNodes(count: 6)
        try nodes.append(entry.bytes())
        for number in 0..<4 { try nodes.append([UInt8(number)]) }
        let tree = MerkleTree(nodes, size: 11)
        let blind = [UInt8](repeating: 9, count: 32)
        var leaves = try (0..<16).map { try MerkleHash.leaf([UInt8($0)]) }
        leaves[5] = try Anchor.leaf(blind: blind, root: tree.root(), size: 11)
        let common = CommonTree(leaves)
        let anchor = Anchor(
            blind: blind, index: 5, proof: try common.tree.inclusionProof(of: 5),
            checkpoint: try Checkpoint(
                origin: "recours.example/common", size: 16, root: common.tree.root(),
                signer: signer))
        receipt = Receipt(
            entry: entry, content: .init(salt: salt, event: event), index: 6,
            proof: try tree.inclusionProof(of: 6),
            checkpoint: try Checkpoint(
                origin: "recours.example/association/cma", size: 11, root: tree.root(),
                extensions: ["time 2018-11-30T11:00:00Z"], signer: signer),
            anchor: anchor)
    }

    @Test("A receipt survives being written and read, and proves what it says")
    func whole() throws {
        let read = try Receipt(text: receipt.text)
        #expect(read == receipt)
        let finding = try read.verify(publicKey)
        #expect(finding.caseNumber == "RC-1234-5678-90-3")
        #expect(finding.sequence == 2)
        #expect(finding.event == Array("what was filed".utf8))
        #expect(finding.signer == "recours.example")
        #expect(finding.origin == "recours.example/association/cma")
        #expect(finding.notes == ["time 2018-11-30T11:00:00Z"])
        #expect(finding.anchor?.origin == "recours.example/common")
    }

    @Test("Every single character of a receipt counts")
    func everyCharacter() throws {
        let text = Array(receipt.text.utf8)
        for place in text.indices {
            for change in [UInt8(0x01), 0x02, 0x10] {
                var changed = text
                changed[place] ^= change
                guard let wrong = String(validating: changed, as: UTF8.self) else { continue }
                #expect(throws: ProofError.self, "character \(place)") {
                    try Receipt(text: wrong).verify(publicKey)
                }
            }
        }
    }

    @Test("No line can be left out, doubled or exchanged with the next")
    func everyLine() throws {
        let lines = receipt.text.split(separator: "\n", omittingEmptySubsequences: false)
        for place in lines.indices.dropLast() where !lines[place].hasPrefix("\u{2014}") {
            var without = lines
            without.remove(at: place)
            var doubled = lines
            doubled.insert(lines[place], at: place)
            var exchanged = lines
            exchanged.swapAt(place, place + 1)
            for wrong in [without, doubled, exchanged] where wrong != lines {
                #expect(throws: ProofError.self, "line \(place + 1)") {
                    try Receipt(text: wrong.joined(separator: "\n")).verify(publicKey)
                }
            }
        }
    }

    @Test("The words say which part is wrong")
    func words() throws {
        func failure(_ change: (inout Receipt) -> Void) -> ProofError? {
            var wrong = receipt
            change(&wrong)
            do throws(ProofError) {
                _ = try wrong.verify(publicKey)
                return nil
            } catch {
                return error
            }
        }
        let content = failure { $0.content?.event.append(0) }
        #expect(content?.code == .contradicts)
        #expect(content?.message.contains("isn't the one that was recorded") == true)
        let place = failure { $0.index = 11 }
        #expect(place?.message.contains("only 11 entries") == true)
        let number = failure { $0.entry.caseNumber = "RC-1234-5678-91-1" }
        #expect(number?.message.contains("not in the signed tree") == true)
        let event = failure { $0.entry.sequence = 3 }
        #expect(event?.code == .contradicts)
    }

    @Test("Another server's key is told apart from a changed checkpoint")
    func keys() throws {
        let other = try PrivateKey.generateEd25519().publicKey
        let error = #expect(throws: ProofError.self) { try receipt.verify(other) }
        #expect(error?.code == .signatureWrong)
        let text = receipt.text.replacing("T11:00:00Z", with: "T10:00:00Z")
        let changed = #expect(throws: ProofError.self) {
            try Receipt(text: text).verify(publicKey)
        }
        #expect(changed?.code == .contradicts)
        let curve = try PrivateKey.generate().publicKey
        let kind = #expect(throws: ProofError.self) { try receipt.verify(curve) }
        #expect(kind?.message.contains("no Ed25519 key") == true)
    }

    @Test("A head that is not the one under the common checkpoint is refused")
    func anchors() throws {
        var alone = receipt
        alone.anchor = nil
        #expect(try Receipt(text: alone.text) == alone)
        #expect(try alone.verify(publicKey).anchor == nil)
        for change in [
            { (anchor: inout Anchor) in anchor.blind[0] ^= 1 }, { $0.index = 4 },
            { $0.proof.removeLast() }, { $0.checkpoint = alone.checkpoint },
        ] {
            var wrong = receipt
            if var anchor = wrong.anchor {
                change(&anchor)
                wrong.anchor = anchor
            }
            let error = #expect(throws: ProofError.self) { try wrong.verify(publicKey) }
            #expect(error?.message.contains("common checkpoint") == true)
        }
    }

    @Test("A receipt of an erased event still proves that it was there")
    func erased() throws {
        var bare = receipt
        bare.content = nil
        let read = try Receipt(text: bare.text)
        #expect(read == bare)
        #expect(try read.verify(publicKey).event == nil)
    }
}
