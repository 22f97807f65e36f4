// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

/// The campaign of the founding interview: a hundred cases in November 2018, solved before
/// Christmas.
enum November {
    static let identifier = CampaignIdentifier(high: 0x0167_1900_0000_7001, low: 1)
    static let plan = CampaignPlan(
        name: "Novembre 2018", opensOn: CalendarDate(iso: "2018-11-01"),
        closesOn: CalendarDate(iso: "2018-11-30"), resolveBy: CalendarDate(iso: "2018-12-24"),
        targetCount: 100)

    static func open(
        in store: CaseStore, _ plan: CampaignPlan = November.plan
    ) async throws -> CampaignRecord {
        // The fixtures' mandates begin on the campaign's last day.
        let mandate = Mandate(
            association: Fixtures.association.slug, siren: Fixtures.siren,
            from: CalendarDate(iso: "2018-01-01") ?? .earliest, until: nil, documentSHA256: [])
        _ = await store.execute(.putMandates([mandate]))
        let outcome = await store.execute(.campaign(.open(identifier, plan, at: Fixtures.now)))
        guard case .campaign(let record, _) = outcome else { throw ContractBreach("\(outcome)") }
        return record
    }

    /// A case of the campaign; each an hour after the one before.
    static func submission(
        _ number: UInt64, platform: String = "amazon", category: CaseCategory = .delisting
    ) throws -> Submission {
        var submission = try Fixtures.submission(number, platform: platform) {
            $0.campaignIdentifier = identifier.bytes
            $0.category = category
        }
        submission.at = day("2018-11-01", hours: Int64(number))
        submission.today = submission.at.dateInParis
        return submission
    }

    /// So many hours after the first hour of a day in Paris in winter.
    static func day(_ text: String, hours: Int64 = 0) -> Instant {
        let number = Int64((CalendarDate(iso: text) ?? .earliest).dayNumber)
        return Instant(millisecondsSince1970: (number * 24 + hours) * 3_600_000)
    }

    static func counts(in store: CaseStore) async throws -> CampaignCounts {
        let found = try await store.campaign(.identifier(identifier))
        guard let found else { throw ContractBreach("no campaign") }
        return found.total
    }
}

extension ContractCheck {
    static let campaigns = [
        ContractCheck("A hundred cases in November are all answered before Christmas") { store in
            _ = try await November.open(in: store)
            try await fileHundred(in: store)
            try await answerHundred(in: store)
        },
        ContractCheck("The same plan is the same campaign, another under its name is refused") {
            store in
            let first = try await November.open(in: store)
            let second = CampaignIdentifier(high: 9, low: 9)
            let again = await store.execute(
                .campaign(.open(second, November.plan, at: Fixtures.now)))
            guard case .campaign(first, isNew: false) = again else {
                throw ContractBreach("\(again)")
            }
            var other = November.plan
            other.targetCount = 50
            let refused = await store.execute(.campaign(.open(second, other, at: Fixtures.now)))
            guard case .refused(.campaignNameTaken) = refused else {
                throw ContractBreach("\(refused)")
            }
            let named = try await store.campaign(.name(November.plan.name))
            try require(named?.campaign == first, "by name")
            let missing = try await store.campaign(.identifier(second))
            try require(missing == nil, "no second")
        },
        ContractCheck("A case comes into an open campaign that takes its platform only") { store in
            var plan = November.plan
            plan.platforms = ["amazon"]
            _ = try await November.open(in: store, plan)
            try await refuses(.campaignOtherPlatforms, in: store) {
                try November.submission(1, platform: "wish")
            }
            try await refuses(.campaignNotOpen, in: store) {
                var late = try November.submission(2)
                late.today = CalendarDate(iso: "2018-12-01") ?? .latest
                return late
            }
            try await refuses(.unknownCampaign, in: store) {
                try Fixtures.submission(3) {
                    $0.campaignIdentifier = [UInt8](repeating: 1, count: 16)
                }
            }
            let counts = try await November.counts(in: store)
            try require(counts == CampaignCounts(), "nothing counted")
            _ = try await store.file(November.submission(4))
            try require(try await November.counts(in: store).collected == 1, "one counted")
        },
        ContractCheck("Once a case is in a campaign, only its end may move") { store in
            _ = try await November.open(in: store)
            var plan = November.plan
            plan.targetCount = 120
            let before = await store.execute(
                .campaign(.change(November.identifier, plan, at: Fixtures.now)))
            guard case .campaign = before else { throw ContractBreach("\(before)") }
            _ = try await store.file(November.submission(1))
            var other = plan
            other.targetCount = 50
            let refused = await store.execute(
                .campaign(.change(November.identifier, other, at: Fixtures.now)))
            guard case .refused(.invalid(let wrong)) = refused else {
                throw ContractBreach("\(refused)")
            }
            try require(wrong.map(\.code) == [.campaignHasCases], "why")
            var longer = plan
            longer.closesOn = CalendarDate(iso: "2018-12-10")
            longer.resolveBy = CalendarDate(iso: "2018-12-31")
            let extended = await store.execute(
                .campaign(.change(November.identifier, longer, at: Fixtures.now)))
            guard case .campaign(let record, _) = extended else {
                throw ContractBreach("\(extended)")
            }
            try require(record.plan == longer && record.collected == 1, "extended")
        },
        ContractCheck("Open cases of a campaign are paged by their clocks, each to its own") {
            store in
            _ = try await November.open(in: store)
            for number in UInt64(1)...9 {
                _ = try await store.file(
                    November.submission(number, platform: number % 3 == 0 ? "wish" : "amazon"))
            }
            let all = try await openCases(.mediator, in: store)
            try require(all.count == 9, "all of them")
            let wish = try await openCases(.platform("wish"), in: store)
            try require(wish.count == 3, "a platform's own")
            let strangers = try await openCases(
                .submitter(Fixtures.otherAssociation), in: store)
            try require(strangers.isEmpty, "nothing of others")
            _ = try applied(
                await store.execute(
                    Fixtures.change(
                        all[0], by: Fixtures.association, .withdraw(reason: ""),
                        minutesLater: 1)))
            let left = try await openCases(.mediator, in: store)
            try require(left.count == 8 && !left.contains(all[0]), "a closed one is gone")
            let counts = try await November.counts(in: store)
            try require(counts.byOutcome[.withdrawn] == 1, "and counted")
        },
        ContractCheck("Campaigns are listed from the newest on") { store in
            for number in UInt64(1)...5 {
                var plan = November.plan
                plan.name = "Campagne \(number)"
                let identifier = CampaignIdentifier(high: number, low: number)
                _ = await store.execute(.campaign(.open(identifier, plan, at: Fixtures.now)))
            }
            let first = try await store.campaigns(below: nil, limit: 3)
            let rest = try await store.campaigns(
                below: first.last?.campaign.number, limit: 3)
            let names = (first + rest).map(\.campaign.plan.name)
            try require(names == (1...5).reversed().map { "Campagne \($0)" }, "\(names)")
        },
    ]

    private static func fileHundred(in store: CaseStore) async throws {
        let early = try await store.campaign(.identifier(November.identifier))
        try require(early?.campaign.targetReachedAt == nil, "nothing reached yet")
        for number in UInt64(1)...100 {
            let receipt = try await store.file(
                November.submission(number, platform: number % 2 == 0 ? "amazon" : "wish"))
            try require(receipt.state == .transmitted, "on its way")
            if number == 99 {
                let nearly = try await store.campaign(.identifier(November.identifier))
                try require(nearly?.campaign.targetReachedAt == nil, "one is missing")
            }
        }
        let found = try await store.campaign(.identifier(November.identifier))
        let last = try November.submission(100).at
        try require(found?.campaign.collected == 100, "collected")
        try require(found?.campaign.targetReachedAt == last, "reached with the hundredth")
        let counts = try await November.counts(in: store)
        try require(counts.collected == 100 && counts.answered == 0, "counts")
        try require(counts.byState == [.transmitted: 100], "states")
        try require(found?.byPlatform["amazon"]?.collected == 50, "by platform")
    }

    /// Half are put right, a quarter explained; of the rest nobody says anything, so that they go
    /// to the mediator, who closes them on 20 December.
    private static func answerHundred(in store: CaseStore) async throws {
        let cases = try await openCases(.mediator, in: store)
        for (place, identifier) in cases.enumerated() where place % 4 != 3 {
            let platform = try await platform(of: identifier, in: store)
            var answer = Fixtures.answer
            if place % 4 == 2 {
                answer.type = .explanation
                answer.remedies = []
                answer.statementOfReasons = Fixtures.statement
            }
            try await change(identifier, by: platform, .respond(answer), "2018-12-03", in: store)
            try await change(
                identifier, by: Fixtures.association,
                .giveVerdict(accepted: true, reason: ""), "2018-12-04", in: store)
        }
        for identifier in try await openCases(.mediator, in: store) {
            let elapse = CaseChange(
                identifier: identifier, actor: .system, key: nil, command: .elapse,
                at: November.day("2018-12-18"))
            _ = try applied(await store.execute(.change(elapse)))
            let outcome = MediationOutcome(
                result: .noAgreement, reasons: "La plateforme n’a pas répondu.",
                nextSteps: ["Tribunal de commerce"])
            try await change(
                identifier, by: Fixtures.mediator, .act(.takeOver(reason: "Sans réponse")),
                "2018-12-19", in: store)
            try await change(
                identifier, by: Fixtures.mediator, .act(.closeMediation(outcome)), "2018-12-20",
                in: store)
        }
        let counts = try await November.counts(in: store)
        try require(counts.answered == 100, "all answered")
        try require(
            counts.byOutcome.filter { $0.value > 0 }
                == [.resolved: 50, .explained: 25, .noAgreement: 25], "\(counts.byOutcome)")
        try require(try await openCases(.mediator, in: store).isEmpty, "none is open")
    }

    private static func platform(
        of identifier: CaseIdentifier, in store: CaseStore
    ) async throws -> PartnerReference {
        let seen = try await store.caseFile(.platform("wish"), .identifier(identifier))
        return seen == nil ? Fixtures.amazon : Fixtures.wish
    }

    private static func change(
        _ identifier: CaseIdentifier, by actor: PartnerReference, _ command: CaseCommand,
        _ day: String, in store: CaseStore
    ) async throws {
        let change = CaseChange(
            identifier: identifier, actor: .partner(actor), key: nil, command: command,
            at: November.day(day, hours: 11))
        _ = try applied(await store.execute(.change(change)))
    }

    /// The identifiers of a scope's open cases, over pages of four.
    private static func openCases(
        _ scope: CaseScope, in store: CaseStore
    ) async throws -> [CaseIdentifier] {
        var found: [CaseIdentifier] = []
        var position: CampaignCasePosition?
        while true {
            let page = try await store.openCases(
                scope, of: November.identifier, after: position, limit: 4)
            guard let page else { throw ContractBreach("no campaign") }
            found += page.cases.map(\.identifier)
            guard let next = page.next else { break }
            position = next
        }
        try require(Set(found).count == found.count, "none twice")
        return found
    }

    private static func refuses(
        _ code: ViolationCode, in store: CaseStore, _ submission: () throws -> Submission
    ) async throws {
        let outcome = await store.execute(.submit(try submission()))
        guard case .refused(let refusal) = outcome, case .invalid(let wrong) = refusal.code else {
            throw ContractBreach("\(outcome)")
        }
        try require(
            wrong.map(\.code) == [code] && wrong.first?.fieldPath == "campaign_id", "\(wrong)")
    }
}
