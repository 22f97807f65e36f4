// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

extension ContractCheck {
    static let works = [
        ContractCheck(
            "A work is registered once a key, under a mandate, and read by whom it concerns"
        ) {
            store in
            let work = try Fixtures.work(1)
            for round in 1...2 {
                guard
                    case .work(let kept, let isNew) = try await store.claim(
                        .register(work, Fixtures.origin(1)))
                else { throw ContractBreach("no work") }
                try require(kept == work && isNew == (round == 1), "the work, once")
            }
            let other = try Fixtures.work(2)
            try require(
                await store.claimRefusal(.register(other, Fixtures.origin(1, content: 9)))
                    == .keyUsedBefore, "a key with other content")
            let foreign = try Fixtures.work(3, siren: Fixtures.otherSiren)
            try require(
                await store.claimRefusal(.register(foreign, Fixtures.origin(3)))
                    == .invalid([Violation("work.owner.siren", .noMandate)]), "no mandate")
            let own = try Fixtures.work(4, by: Fixtures.business, siren: Fixtures.otherSiren)
            _ = try await store.claim(.register(own, Fixtures.origin(1)))
            let submitter = CaseScope.submitter(Fixtures.association)
            try require(
                await store.works(submitter, below: nil, limit: 10).items == [work], "own only")
            try require(
                await store.works(.mediator, below: nil, limit: 10).items == [own, work],
                "all, the newest first")
            let page = try await store.works(.mediator, below: nil, limit: 1)
            let rest = try await store.works(.mediator, below: page.next, limit: 1)
            try require(page.items + rest.items == [own, work] && rest.next == nil, "pages")
            try require(await store.work(submitter, own.identifier) == nil, "another's")
            try require(await store.work(.platform("amazon"), work.identifier) == nil, "no claim")
            _ = try await store.claim(
                .open(Fixtures.claim(1, for: work, platforms: ["amazon"]), Fixtures.origin(5)))
            try require(
                await store.work(.platform("amazon"), work.identifier) == work, "a platform's")
            try require(await store.work(.platform("wish"), work.identifier) == nil, "no other's")
        }
    ]

    static let claims = [
        ContractCheck("A claim is opened for an own work against registered platforms, once a key")
        {
            store in
            let work = try Fixtures.work(1)
            let claim = Fixtures.claim(1, for: work)
            try require(
                await store.claimRefusal(.open(claim, Fixtures.origin(9)))
                    == .invalid([Violation("plan.work_id", .unknownWork)]), "no such work")
            _ = try await store.claim(.register(work, Fixtures.origin(1)))
            let unknown = Fixtures.claim(2, for: work, platforms: ["amazon", "alibaba"])
            try require(
                await store.claimRefusal(.open(unknown, Fixtures.origin(9)))
                    == .invalid([Violation("plan.platforms[1]", .unknownPlatform)]), "platform")
            let stolen = Fixtures.claim(3, for: work, by: Fixtures.otherAssociation)
            try require(
                await store.claimRefusal(.open(stolen, Fixtures.origin(9)))
                    == .invalid([Violation("plan.work_id", .unknownWork)]), "another's work")
            for round in 1...2 {
                guard
                    case .claim(let kept, let isNew) = try await store.claim(
                        .open(claim, Fixtures.origin(2)))
                else { throw ContractBreach("no claim") }
                try require(kept == claim && isNew == (round == 1), "the claim, once")
            }
            let found = try await store.claim(
                .submitter(Fixtures.association), claim.identifier)
            try require(found?.claim == claim && found?.work == work, "read back")
            let strangers: [CaseScope] = [
                .submitter(Fixtures.otherAssociation), .platform("amazon"), .retention,
            ]
            for scope in strangers {
                try require(await store.claim(scope, claim.identifier) == nil, "\(scope)")
                let listed = try await store.claims(scope, ClaimFilter(), below: nil, limit: 9)
                try require(listed.items.isEmpty, "a list of \(scope)")
            }
        },
        ContractCheck("A claim is withdrawn by its holder, suspended and resumed by a mediator") {
            store in
            let claim = try await store.openClaim()
            let identifier = claim.identifier
            func change(_ change: ClaimChange, _ by: PartnerReference) -> ClaimOrder {
                .change(identifier, change, by: by, at: Fixtures.later(1))
            }
            let suspended = ClaimChange.suspended(reason: "Trop de faux signalements.")
            try require(
                await store.claimRefusal(change(suspended, Fixtures.association))
                    == .unknownClaim, "not by its holder")
            for _ in 1...2 { _ = try await store.claim(change(suspended, Fixtures.mediator)) }
            try require(await store.standing(claim).state == .suspended, "suspended")
            try require(
                await store.claimRefusal(
                    .add(
                        [Fixtures.copy(1)], to: identifier, by: Fixtures.association,
                        Fixtures.origin(7), at: Fixtures.now))
                    == .invalid([Violation("claim_id", .claimNotActive)]), "nothing is added")
            _ = try await store.claim(change(.resumed(reason: "Expliqué."), Fixtures.mediator))
            try require(await store.standing(claim).state == .active, "resumed")
            let withdrawn = ClaimChange.withdrawn(reason: "")
            try require(
                await store.claimRefusal(change(withdrawn, Fixtures.otherAssociation))
                    == .unknownClaim, "not another's")
            _ = try await store.claim(change(withdrawn, Fixtures.association))
            try require(
                await store.claimRefusal(change(suspended, Fixtures.mediator))
                    == .invalid([Violation("claim_id", .claimNotActive)]), "final")
            var filter = ClaimFilter()
            filter.state = .withdrawn
            let scope = CaseScope.submitter(Fixtures.association)
            let listed = try await store.claims(scope, filter, below: nil, limit: 9)
            try require(listed.items.map(\.identifier) == [identifier], "listed by state")
        },
        ContractCheck("A claim whose matches are wrong too often reports nothing by itself") {
            store in
            let claim = try await store.openClaim(autoReport: true)
            for number in 1...20 as ClosedRange<UInt64> {
                let copy = Fixtures.copy(number)
                let outcome = try await store.observe(
                    copy, score: 700, against: claim, at: Fixtures.now)
                try require(outcome == .queued, "queued")
                _ = try await store.claim(
                    .review(
                        copy.identifier, number <= 7 ? .noCopy : .copy, by: Fixtures.association,
                        at: Fixtures.now))
            }
            let throttled = try await store.standing(claim)
            try require(
                throttled.throttledAt != nil && throttled.tally.reviewed == 20
                    && throttled.tally.excluded == 7, "throttled")
            var filter = ClaimFilter()
            filter.isThrottledOnly = true
            let listed = try await store.claims(.mediator, filter, below: nil, limit: 9)
            try require(listed.items == [throttled], "shown to mediators")
            let sure = try await store.observe(
                Fixtures.copy(30), score: 1_000, against: claim, at: Fixtures.now)
            try require(sure == .queued, "a person must look")
            _ = try await store.claim(
                .change(
                    claim.identifier, .resumed(reason: "Vu."), by: Fixtures.mediator,
                    at: Fixtures.now))
            let strange = try await store.observe(
                Fixtures.copy(31), score: 1_000, by: Fixtures.otherAssociation, against: claim,
                at: Fixtures.now)
            try require(strange == .queued, "a stranger's word is looked at")
            let again = try await store.observe(
                Fixtures.copy(31), score: 1_000, against: claim, at: Fixtures.now)
            try require(again == .reported, "resumed")
        },
    ]
}
