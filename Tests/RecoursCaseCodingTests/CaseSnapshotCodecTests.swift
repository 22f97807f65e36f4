// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import Testing

@testable import RecoursCaseCoding

@Suite("Cases as the store keeps them")
struct CaseSnapshotCodecTests {
    private let codec = CaseSnapshotCodec()
    private let now = Instant(millisecondsSince1970: 1_543_575_600_000)
    private let association = PartnerReference(kind: .association, slug: "cma-france")
    private let platform = PartnerReference(kind: .platform, slug: "amazon")

    /// A case that has been submitted, acknowledged, answered and judged, and all its events.
    private func lived(
        encodedBy encode: ((CaseDraft) -> [UInt8])? = nil,
        change: (inout CaseDraft) -> Void = { _ in }
    ) throws -> (CaseFile, [CaseEvent]) {
        var reader = MessageReader(from: .store)
        var draft = reader.draft(Drafts.whole)
        draft.category = .delisting
        draft.extraCategories = []
        draft.ipClaim = nil
        draft.funds = nil
        draft.termsChange = nil
        draft.listings = []
        draft.complainant.foreignIdentifier = nil
        draft.campaignIdentifier = []
        draft.evidenceIdentifiers = []
        draft.standingClaimIdentifier = []
        draft.title = "Déréférencement"
        draft.facts = "Toutes nos annonces ont disparu sans motif."
        let today = try #require(CalendarDate(iso: "2018-11-30"))
        let number = try #require(PublicNumber(1_234_567_890))
        let identifier = CaseIdentifier(at: now, randomHigh: 1, randomLow: 2)
        let remedy = PlatformResponse(
            identifier: [UInt8](repeating: 7, count: 16), type: .remedyDone,
            remedies: [Remedy(kind: .relisted)], text: "Rétablie.")
        let contact = Contact(name: "Vendor desk", email: "desk@amazon.example")
        change(&draft)
        let valid = try ValidDraft(draft, today: today, encodedBy: encode)
        var decision = try CaseRules.decide(
            .submit(
                valid, identifier: identifier, publicNumber: number,
                filing: Filing(routing: .platformInbox)),
            on: nil, by: .partner(association), at: now)
        var events = decision.events
        for (command, actor) in [
            (CaseCommand.acknowledge(contact), platform), (.respond(remedy), platform),
            (.giveVerdict(accepted: true, reason: ""), association),
        ] {
            decision = try CaseRules.decide(
                command, on: decision.caseFile, by: .partner(actor), at: now)
            events += decision.events
        }
        return (decision.caseFile, events)
    }

    @Test("A case comes back equal from its bytes")
    func snapshot() throws {
        let (caseFile, _) = try lived()
        #expect(try codec.decode(codec.encode(caseFile)) == caseFile)
    }

    @Test("Events come back equal from their bytes and replay to the case")
    func events() throws {
        let (caseFile, events) = try lived()
        let read = try events.map { try codec.decodeEvent(codec.encode($0)) }
        #expect(read == events)
        let replayed = try CaseRules.replay(
            read, identifier: caseFile.identifier, publicNumber: caseFile.publicNumber)
        #expect(replayed == caseFile)
    }

    @Test("A draft that was written before leaves the bytes of its case and its events as they are")
    func writtenBefore() throws {
        // Transmitted, a listing is reported: the case's draft is then no longer the one filed.
        let listing = Listing(
            platformListingIdentifier: "B00EXAMPLE", url: "https://amazon.example/dp/B00EXAMPLE")
        for listings in [[], [listing]] {
            let change = { (draft: inout CaseDraft) in draft.listings = listings }
            let (usual, usualEvents) = try lived(change: change)
            let (early, earlyEvents) = try lived(
                encodedBy: CaseSnapshotCodec.encode, change: change)
            guard case .submitted(let filed, _) = try #require(earlyEvents.first).kind else {
                Issue.record("it begins with a submission")
                return
            }
            #expect(filed.encoding != nil)
            #expect((early.sharedDraft.encoding == nil) == !listings.isEmpty)
            #expect(codec.encode(early) == codec.encode(usual))
            #expect(earlyEvents.map(codec.encode) == usualEvents.map(codec.encode))
        }
    }

    @Test("Bytes which are no case are refused, whichever of them is cut off")
    func truncated() throws {
        let (caseFile, _) = try lived()
        let bytes = codec.encode(caseFile)
        for count in stride(from: 0, to: bytes.count, by: 7) {
            // A cut at a field's end leaves a shorter message, which must not pass for the case.
            let read = try? codec.decode(Array(bytes.prefix(count)))
            #expect(read != caseFile)
        }
        #expect(throws: (any Error).self) { try codec.decode([]) }
    }
}
