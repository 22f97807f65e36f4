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
        receipt = Receipt(
            entry: entry, content: .init(salt: salt, event: event), index: 6,
            proof: try tree.inclusionProof(of: 6),
            checkpoint: try Checkpoint(
                origin: "recours.example/association/cma", size: 11, root: tree.root(),
                extensions: ["time 2018-11-30T11:00:00Z"], signer: signer))
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
        // A note may be signed more than once: its last line may stand there twice.
        for place in lines.indices.dropLast(2) {
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

    @Test("A receipt of an erased event still proves that it was there")
    func erased() throws {
        var bare = receipt
        bare.content = nil
        let read = try Receipt(text: bare.text)
        #expect(read == bare)
        #expect(try read.verify(publicKey).event == nil)
    }
}
