// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import RecoursMessages
import Testing

@testable import RecoursCaseCoding

@Suite("Works and claims as the store keeps them")
struct ClaimCodingTests {
    private let codec = ClaimSnapshotCodec()
    private let now = Instant(millisecondsSince1970: 1_543_575_600_000)
    private let association = PartnerReference(kind: .association, slug: "cma-france")

    private func uuid(_ number: UInt64) -> CaseIdentifier {
        CaseIdentifier(at: now, randomHigh: 0, randomLow: number)
    }

    private var work: RecoursCases.Work {
        var reader = MessageReader(from: .store)
        let draft = reader.draft(Drafts.whole)
        return RecoursCases.Work(
            identifier: WorkIdentifier(uuid(1)), registrant: association,
            draft: RecoursCases.WorkDraft(
                owner: draft.complainant, ipClaim: draft.ipClaim, title: "Casse-tête",
                brand: "Atelier", gtins: ["3017620422003"],
                pictures: [.init(pdq: [UInt8](repeating: 9, count: 32), quality: 77)],
                monthlyLoss: draft.loss), createdAt: now)
    }

    private var claim: RecoursCases.StandingClaim {
        RecoursCases.StandingClaim(
            identifier: StandingClaimIdentifier(uuid(2)), work: work.identifier,
            registrant: association,
            plan: RecoursCases.ClaimPlan(
                work: work.identifier.bytes, platforms: ["amazon", "wish"], autoReport: true,
                reviewThreshold: 500, reportThreshold: 800), at: now)
    }

    @Test("A work and a claim come back equal from their bytes")
    func worksAndClaims() throws {
        #expect(try codec.decodeWork(codec.encode(work)) == work)
        var claim = claim
        #expect(try codec.decodeClaim(codec.encode(claim)) == claim)
        for number in 1...21 as ClosedRange<UInt64> {
            let (_, decision) = ClaimRules.observe(
                ListingMatch(score: 600), of: Listing(platformListingIdentifier: "B\(number)"),
                on: "amazon", by: claim.registrant, against: claim, former: nil,
                identifier: { ClaimListingIdentifier(uuid(number)) }, at: now)
            let found = try #require(decision)
            claim.count(found, at: now)
            let refused = try #require(ClaimRules.review(.noCopy, of: found.listing, at: now))
            claim.count(refused, at: now)
        }
        #expect(claim.throttledAt == now)
        #expect(claim.apply(.suspended(reason: "Doutes."), at: now) == true)
        #expect(try codec.decodeClaim(codec.encode(claim)) == claim)
    }

    @Test("A listing comes back equal from its bytes, after each step of its life")
    func listings() throws {
        let named = Listing(
            platformListingIdentifier: "B07XYZ1234", url: "https://amazon.example/dp/B07XYZ1234",
            gtin: "3017620422003", sellerName: "Vendeur", sellerIdentifier: "V1",
            price: Money(minorUnits: 1_250, currency: "EUR"), imageHash: 5, title: "Cube")
        let match = ListingMatch(
            score: 640,
            evidence: MatchEvidence(
                sameGTIN: true, sameBrand: false, titleSimilarity: 700, pictureDistance: 12))
        let (_, observed) = ClaimRules.observe(
            match, of: named, on: "amazon", by: claim.registrant, against: claim, former: nil,
            identifier: { ClaimListingIdentifier(uuid(9)) }, at: now)
        var listing = try #require(observed).listing
        #expect(try codec.decodeListing(codec.encode(listing)) == listing)
        #expect(listing.match == match)
        listing = try #require(ClaimRules.review(.copy, of: listing, at: now)).listing
        #expect(try codec.decodeListing(codec.encode(listing)) == listing)
        let steps: [RecoursCases.ListingReply] = [
            .init(listing: listing.identifier, kind: .underReview),
            .init(
                listing: listing.identifier, kind: .refused,
                refusal: .init(reason: .badFaith, text: "Même vendeur.")),
            .init(listing: listing.identifier, kind: .removed, stayDown: true),
        ]
        for step in steps {
            let (outcome, decision) = ClaimRules.reply(step, to: listing, at: now)
            #expect(outcome == .done)
            listing = decision.listing
            #expect(try codec.decodeListing(codec.encode(listing)) == listing)
        }
        let later = Instant(millisecondsSince1970: now.millisecondsSince1970 + 1)
        let (back, again) = ClaimRules.add(
            named, on: "amazon", to: claim, former: listing,
            identifier: { ClaimListingIdentifier(uuid(10)) }, at: later)
        #expect(back == .reappeared && again.listing.brokenStayDowns == 1)
        #expect(try codec.decodeListing(codec.encode(again.listing)) == again.listing)
    }

    @Test("Bytes that are none, or lack something, are refused")
    func damage() {
        #expect(throws: (any Error).self) { try codec.decodeWork([0xFF]) }
        #expect(throws: SnapshotError.self) { try codec.decodeWork([]) }
        #expect(throws: SnapshotError.self) { try codec.decodeClaim([]) }
        #expect(throws: SnapshotError.self) { try codec.decodeListing([]) }
    }
}
