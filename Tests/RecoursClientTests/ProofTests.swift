// SPDX-License-Identifier: EUPL-1.2

import RecoursClient
import RecoursTesting
import Testing

@Suite("Receipts and tree heads, through the client")
struct ProofTests {
    private struct World {
        let server: RecoursTestServer
        let association: RecoursClient
        let platform: RecoursClient

        init() async throws {
            server = try await RecoursTestServer.start()
            association = try await server.client(.association, "ateliers")
            platform = try await server.client(.platform, "amazon")
            try await server.addMandate(association: "ateliers", siren: Drafts.siren)
        }
    }

    @Test("What was filed and what was answered can be proven without the server")
    func receipts() async throws {
        let world = try await World()
        let filed = try await world.association.cases.submit(Drafts.draft("R-1"))
        _ = try await world.platform.inbox.acknowledge([filed.caseID], contact: Drafts.contact)
        _ = try await world.platform.responses.respond(
            to: filed.caseID, expectedVersion: 3, Drafts.remedyDone())
        let filing = try await world.association.proofs.receipt(of: filed.caseID)
        let answer = try await world.platform.proofs.receipt(publicNumber: filed.publicNumber)
        let key = try await world.association.proofs.publicKey()
        await world.server.stop()

        let mine = try Receipt(text: filing.text).verify(key)
        #expect(mine.caseNumber == filed.publicNumber && mine.caseID == filed.caseID)
        #expect(mine.sequence == 1 && mine.event?.kind == .submitted)
        #expect(mine.event?.actor?.slug == "ateliers")
        guard case .submitted(let draft)? = mine.event?.payload else {
            Issue.record("no draft: \(mine)")
            return
        }
        #expect(draft.facts == Drafts.draft("R-1").facts)
        #expect(mine.tree.hasSuffix("/association/ateliers") && !mine.signedAt.isEmpty)

        let theirs = try Receipt(text: answer.text).verify(ReceiptKey(pem: key.pem))
        #expect(theirs.sequence == 4 && theirs.event?.kind == .responded)
        #expect(theirs.tree.hasSuffix("/platform/amazon"))
        // Two of the platform's own acts, whatever others have recorded.
        #expect(theirs.treeSize == 2 && theirs.index == 1)

        let changed = filing.text.replacing("event 1\n", with: "event 2\n")
        let error = #expect(throws: RecoursError.self) {
            try Receipt(text: changed).verify(key)
        }
        #expect(error?.code == .dataLoss)
    }

    @Test("Nobody gets a receipt of others' acts, nor of a case that is not theirs")
    func others() async throws {
        let world = try await World()
        let stranger = try await world.server.client(.association, "other")
        let filed = try await world.association.cases.submit(Drafts.draft("R-1"))
        _ = try await world.platform.inbox.acknowledge([filed.caseID], contact: Drafts.contact)
        for (client, sequence) in [
            (world.association, UInt64(3)), (world.platform, 1), (world.platform, 2),
            (world.association, 9), (stranger, 1), (stranger, 0),
        ] {
            let error = await #expect(throws: RecoursError.self) {
                try await client.proofs.receipt(of: filed.caseID, sequence: sequence)
            }
            #expect(error?.code == .notFound)
        }
        // The system's own act is in the submitter's tree.
        let routed = try await world.association.proofs.receipt(of: filed.caseID, sequence: 2)
        let key = try await world.association.proofs.publicKey()
        #expect(try routed.verify(key).event?.kind == .transmitted)
        let refused = await #expect(throws: RecoursError.self) {
            try await world.server.operator.proofs.receipt(of: filed.caseID)
        }
        #expect(refused?.code == .permissionDenied)
        await world.server.stop()
    }

    @Test("A tree grows by a partner's own acts alone, and proves that it has only grown")
    func heads() async throws {
        let world = try await World()
        let key = try await world.association.proofs.publicKey()
        let empty = try await world.association.proofs.treeHead()
        #expect(empty.size == 0)
        var heads = [empty]
        for number in 1...5 {
            _ = try await world.association.cases.submit(Drafts.draft("R-\(number)"))
            let last = try #require(heads.last)
            let head = try await world.association.proofs.treeHead(since: last)
            try head.verify(key)
            #expect(head.size == last.size + 2)
            heads.append(try TreeHead(text: head.text))
        }
        for head in heads {
            _ = try await world.association.proofs.treeHead(since: head)
        }
        #expect(try await world.platform.proofs.treeHead().size == 0)
        // A head of more than there is: another server's, or a store that was set back.
        let other = try await World()
        let error = await #expect(throws: RecoursError.self) {
            try await other.association.proofs.treeHead(since: heads[3])
        }
        #expect(error?.code == .invalidArgument)
        _ = try await other.association.cases.submit(Drafts.draft("R-1"))
        let rewritten = await #expect(throws: RecoursError.self) {
            try await other.association.proofs.treeHead(since: heads[1])
        }
        #expect(rewritten?.code == .dataLoss)
        await world.server.stop()
        await other.server.stop()
    }

    @Test("Receipts of many cases come under one signed head")
    func oneSignature() async throws {
        let world = try await World()
        var identifiers: [[UInt8]] = []
        for try await result in world.association.cases.submitAll(
            (1...200).map { Drafts.draft("R-\($0)") })
        {
            if case .success(let filed) = result.outcome { identifiers.append(filed.caseID) }
        }
        #expect(identifiers.count == 200)
        let key = try await world.association.proofs.publicKey()
        var heads: Set<String> = []
        for identifier in identifiers {
            let receipt = try await world.association.proofs.receipt(of: identifier)
            #expect(try receipt.verify(key).treeSize == 400)
            heads.insert(String(receipt.text.suffix(200)))
        }
        #expect(heads.count == 1)
        await world.server.stop()
    }
}
