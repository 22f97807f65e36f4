// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

extension ContractCheck {
    private static let holder = CaseScope.submitter(Fixtures.association)

    static let listings = [
        ContractCheck("A thousand listings are one command, each with its own result") { store in
            let claim = try await store.openClaim()
            var items: [NamedListing?] = (1...999).map { Fixtures.copy($0) }
            items.append(nil)
            let results = try await store.add(items, to: claim)
            try require(
                results.dropLast().allSatisfy { $0.outcome == .created }
                    && results.last?.outcome == .rejected, "created, but the wrong one")
            let again = try await store.add(items, to: claim)
            try require(again.map(\.outcome) == results.map(\.outcome), "the same key")
            try require(again.map(\.listing) == results.map(\.listing), "and listings")
            let anew = try await store.add(items, to: claim, key: 201)
            try require(
                anew.dropLast().allSatisfy { $0.outcome == .exists }, "another key: they exist")
            try require(await store.standing(claim).tally.byState == [.reported: 999], "counted")
            var found: [ClaimListing] = []
            var after: UInt64 = 0
            while true {
                let page = try await store.listings(
                    holder, ListingFilter(), after: after, limit: 400)
                found += page.items
                guard let next = page.next else { break }
                after = next
            }
            try require(found == results.compactMap(\.listing), "in order, none twice")
        },
        ContractCheck("A key that was used for other listings is refused") { store in
            let claim = try await store.openClaim()
            _ = try await store.add([Fixtures.copy(1)], to: claim)
            let other = ClaimOrder.add(
                [Fixtures.copy(2)], to: claim.identifier, by: Fixtures.association,
                Fixtures.origin(200, content: 5), at: Fixtures.now)
            try require(await store.claimRefusal(other) == .keyUsedBefore, "refused")
            let strangers = ClaimOrder.add(
                [Fixtures.copy(2)], to: claim.identifier, by: Fixtures.otherAssociation,
                Fixtures.origin(9), at: Fixtures.now)
            try require(await store.claimRefusal(strangers) == .unknownClaim, "another's claim")
        },
        ContractCheck("A platform pulls in order what was reported to it, and nothing else") {
            store in
            let claim = try await store.openClaim()
            _ = try await store.observe(
                Fixtures.copy(9), score: 700, against: claim, at: Fixtures.now)
            let items = [
                Fixtures.copy(1), Fixtures.copy(1, on: "wish"), Fixtures.copy(2),
                Fixtures.copy(3),
            ]
            var changed = items
            changed[1].identifier = ClaimListingIdentifier(Fixtures.uuid(77))
            _ = try await store.add(changed, to: claim)
            let first = try await store.reports(to: "amazon", after: 0, limit: 2)
            try require(
                first.listings.map(\.listing.platformListingIdentifier) == ["B1", "B2"]
                    && first.more && first.works.map(\.identifier) == [claim.work], "a page")
            let rest = try await store.reports(to: "amazon", after: first.position, limit: 2)
            try require(
                rest.listings.map(\.listing.platformListingIdentifier) == ["B3"] && !rest.more,
                "the rest, without the match that waits")
            let none = try await store.reports(to: "amazon", after: rest.position, limit: 2)
            try require(none.listings.isEmpty && none.position == rest.position, "nothing more")
            try require(
                await store.reports(to: "amazon", after: 1_000, limit: 2).isAhead, "ahead")
            let own = try await store.listings(
                .platform("amazon"), ListingFilter(), after: 0, limit: 9)
            try require(own.items.count == 3, "its own list")
            let others = try await store.listings(
                .submitter(Fixtures.otherAssociation), ListingFilter(), after: 0, limit: 9)
            try require(others.items.isEmpty, "a stranger's")
        },
        ContractCheck("Who waits for reports is woken by those to its own platform alone") {
            store in
            let claim = try await store.openClaim(autoReport: false)
            let begun = ContinuousClock.now
            async let isWoken = store.waitForReports(
                to: "amazon", after: 0, until: begun + .seconds(20))
            async let isOther = store.waitForReports(
                to: "wish", after: 0, until: begun + .seconds(1))
            let waiting = try await store.observe(
                Fixtures.copy(9, on: "wish"), score: 970, against: claim, at: Fixtures.now)
            try require(waiting == .queued, "a match that waits is no report")
            _ = try await store.add([Fixtures.copy(1)], to: claim)
            let (woken, other) = (try await isWoken, try await isOther)
            try require(woken && !other, "amazon's, and not wish's")
            try require(begun.duration(to: .now) < .seconds(15), "by the commit")
            let end = ContinuousClock.now + .milliseconds(200)
            try require(
                try await store.waitForReports(to: "amazon", after: 0, until: end), "it is there")
            let last = try await store.reports(to: "amazon", after: 0, limit: 9).position
            let copy = Fixtures.copy(1).identifier
            _ = try await store.reply([ListingReply(listing: copy, kind: .removed)])
            try require(
                try await !store.waitForReports(to: "amazon", after: last, until: end),
                "an answer is no report")
            try require(
                try await !store.waitForReports(to: "unknown", after: 0, until: end), "nobody's")
        },
        ContractCheck("A platform answers listing by listing, once a key") { store in
            let claim = try await store.openClaim()
            let copies = (1...4).map { Fixtures.copy($0) }
            _ = try await store.add(copies + [Fixtures.copy(5, on: "wish")], to: claim)
            let refusal = ListingRefusal(reason: .licensed, text: "Le vendeur a une licence.")
            let replies: [ListingReply?] = [
                ListingReply(listing: copies[0].identifier, kind: .removed, stayDown: true),
                ListingReply(
                    listing: copies[1].identifier, expectedVersion: 7, kind: .underReview),
                ListingReply(
                    listing: copies[2].identifier, expectedVersion: 2, kind: .refused,
                    refusal: refusal),
                ListingReply(listing: Fixtures.copy(5).identifier, kind: .removed), nil,
            ]
            let expected: [ListingReplyOutcome] = [
                .done, .staleVersion, .done, .notFound, .rejected,
            ]
            for _ in 1...2 {
                let results = try await store.reply(replies)
                try require(results.map(\.outcome) == expected, "\(results.map(\.outcome))")
                try require(
                    results[0].listing?.state == .removed
                        && results[2].listing?.refusal == refusal, "as it now is")
            }
            let anew = try await store.reply(Array(replies.prefix(1)), key: 221)
            try require(anew.map(\.outcome) == [.exists], "another key: it is so")
            try require(
                await store.standing(claim).tally.byState
                    == [.reported: 3, .removed: 1, .refused: 1], "counted")
            var filter = ListingFilter()
            filter.states = [.removed]
            let removed = try await store.listings(holder, filter, after: 0, limit: 9)
            try require(removed.items.map(\.identifier) == [copies[0].identifier], "by state")
        },
        ContractCheck("What is there again is reported again, and breaks its stay-down") { store in
            let claim = try await store.openClaim(autoReport: false)
            let copy = Fixtures.copy(1)
            _ = try await store.add([copy], to: claim)
            let before = try await store.reports(to: "amazon", after: 0, limit: 9).position
            _ = try await store.reply([
                ListingReply(listing: copy.identifier, kind: .removed, stayDown: true)
            ])
            let old = Fixtures.copy(1, seen: Fixtures.later(30))
            let stale = try await store.add([old], to: claim, key: 202, at: Fixtures.later(90))
            try require(stale.map(\.outcome) == [.exists], "seen before it was removed")
            let seen = Fixtures.copy(1, seen: Fixtures.later(120))
            let outcome = try await store.observe(
                seen, score: 800, against: claim, at: Fixtures.later(120))
            try require(outcome == .reappeared, "\(outcome)")
            let pulled = try await store.reports(to: "amazon", after: before, limit: 9)
            try require(
                pulled.listings.map(\.state) == [.reappeared]
                    && pulled.listings.first?.brokenStayDowns == 1, "pulled again")
            let broken = try await listed(in: store)
            try require(
                broken.map(\.state) == [.broken]
                    && broken.first?.scope == .claim(claim.identifier, copy.identifier),
                "a broken commitment")
            try require(
                await listed(.submitter(Fixtures.otherAssociation), in: store).isEmpty,
                "not a stranger's to know")
            try require(await listed(holder, in: store).count == 1, "its holder's")
            try require(await listed(.platform("wish"), in: store).isEmpty, "another platform")
            let (lines, _) = try await store.claimFigures(holder, claim: nil, platform: nil)
            let figures = lines.first?.figures
            try require(
                lines.count == 1 && figures?.brokenStayDowns == 1 && figures?.reappearances == 1
                    && figures?.reportedToRemoved.percentile(50) == 60, "figures")
        },
        ContractCheck("A match waits for a person, and one that is no copy is not shown again") {
            store in
            let claim = try await store.openClaim(autoReport: false)
            let (good, bad) = (Fixtures.copy(1), Fixtures.copy(2))
            for copy in [good, bad] {
                let outcome = try await store.observe(
                    copy, score: 970, against: claim, at: Fixtures.now)
                try require(outcome == .queued, "queued")
            }
            let below = try await store.observe(
                Fixtures.copy(3), score: 499, against: claim, at: Fixtures.now)
            try require(below == .below, "below")
            var filter = ListingFilter()
            filter.isAwaiting = true
            let waiting = try await store.listings(holder, filter, after: 0, limit: 9)
            try require(
                waiting.items.map(\.identifier) == [good.identifier, bad.identifier], "queue")
            try require(
                await store.listings(.platform("amazon"), filter, after: 0, limit: 9)
                    .items.isEmpty, "not the platform's")
            func review(_ copy: NamedListing, _ verdict: MatchVerdict) -> ClaimOrder {
                .review(copy.identifier, verdict, by: Fixtures.association, at: Fixtures.later(5))
            }
            for _ in 1...2 {
                _ = try await store.claim(review(good, .copy))
                _ = try await store.claim(review(bad, .noCopy))
            }
            try require(
                await store.claimRefusal(review(bad, .copy))
                    == .invalid([Violation("listing_id", .listingState)]), "one word")
            try require(
                await store.claimRefusal(
                    .review(
                        good.identifier, .copy, by: Fixtures.otherAssociation, at: Fixtures.now))
                    == .unknownListing, "not another's")
            let seen = try await store.observe(
                bad, score: 1_000, against: claim, at: Fixtures.later(9))
            try require(seen == .passedOver, "not shown again")
            try require(
                await store.listings(holder, filter, after: 0, limit: 9).items.isEmpty, "done")
            let pulled = try await store.reports(to: "amazon", after: 0, limit: 9)
            try require(pulled.listings.map(\.identifier) == [good.identifier], "reported")
        },
    ]
}
