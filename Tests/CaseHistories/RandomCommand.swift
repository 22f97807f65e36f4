// SPDX-License-Identifier: EUPL-1.2

import RecoursCases

/// What somebody sends: mostly what makes sense now, often what doesn't.
enum RandomCommand {
    private static let identifier = CaseIdentifier(at: Samples.now, randomHigh: 1, randomLow: 2)
    private static let platforms = ["amazon", "wish", "ebay"]
    static let mediators = ["m-durand", "m-leroy"].map {
        PartnerReference(kind: .mediator, slug: $0)
    }

    private static let drafts: [ValidDraft] = CaseCategory.allCases.flatMap { category in
        Urgency.allCases.flatMap { urgency in
            Disclosure.allCases.compactMap { disclosure in
                var draft = Samples.draft(category)
                draft.urgency = urgency
                draft.disclosure = disclosure
                return try? ValidDraft(draft, today: Samples.today)
            }
        }
    }

    /// Somewhere in six years, so that all holidays and changes of the clock come.
    static func start(_ generator: inout SeededGenerator) -> Instant {
        Instant(
            millisecondsSince1970: Samples.now.millisecondsSince1970
                + .random(in: 0..<2_100 * 86_400_000, using: &generator))
    }

    /// Files a case, or keeps a draft.
    static func first(
        at now: Instant, _ generator: inout SeededGenerator
    ) -> (CaseCommand, PartnerReference) {
        let submitters = [
            Samples.association, Samples.association,
            PartnerReference(kind: .business, slug: "bijoux"),
        ]
        let submitter = pick(submitters, &generator) ?? Samples.association
        // Seldom one of those that nothing comes of: 63 of 126 are identified or pseudonymous.
        var draft = pick(drafts, &generator)
        for _ in 0..<2 where draft?.draft.disclosure == .aggregate {
            draft = pick(drafts, &generator)
        }
        guard let draft, let number = PublicNumber(1_234_567_890) else {
            return (.elapse, submitter)
        }
        if Int.random(in: 0..<8, using: &generator) == 0 {
            let saved = CaseCommand.saveDraft(
                draft.draft, identifier: identifier, publicNumber: number)
            return (saved, submitter)
        }
        let command = CaseCommand.submit(
            draft, identifier: identifier, publicNumber: number, filing: filing(now, &generator))
        return (command, submitter)
    }

    private static func filing(_ now: Instant, _ generator: inout SeededGenerator) -> Filing {
        let routings: [Routing] = [
            .platformInbox, .platformInbox, .platformInbox, .platformWithoutAccount, .held,
        ]
        var filing = Filing(routing: pick(routings, &generator) ?? .held)
        if Int.random(in: 0..<3, using: &generator) == 0 {
            filing.terms = CampaignTerms(
                campaign: [UInt8](repeating: 1, count: 16),
                resolveBy: Bool.random(using: &generator)
                    ? now.dateInParis.adding(days: .random(in: 0...60, using: &generator)) : nil,
                acknowledgeDays: pick([nil, 1, 5], &generator) ?? nil,
                answerDays: pick([nil, 3, 20], &generator) ?? nil,
                finalAnswerDays: pick([nil, 30], &generator) ?? nil)
        }
        if Int.random(in: 0..<6, using: &generator) == 0, let number = PublicNumber(7) {
            filing.earlierCases = [number]
        }
        return filing
    }

    /// The next command and who sends it.
    static func next(
        on caseFile: CaseFile, at now: Instant, _ generator: inout SeededGenerator
    ) -> (CaseCommand, Actor) {
        let version: UInt64? =
            switch Int.random(in: 0..<6, using: &generator) {
            case 0...1: caseFile.version
            case 2: .random(in: 0..<12, using: &generator)
            default: nil
            }
        if Int.random(in: 0..<4, using: &generator) == 0 {
            let command = any(at: now, version, &generator)
            return (command, pick(everybody(caseFile), &generator) ?? .system)
        }
        let sides = LikelyMoves.moves(in: caseFile)
        guard let move = pick(sides, &generator) else { return (.elapse, .system) }
        let actor = self.actor(move.side, caseFile, &generator)
        switch move.what {
        case .acknowledge: return (.acknowledge(Samples.contact, expectedVersion: version), actor)
        case .respond(let types):
            let type = pick(types, &generator)
            return (.respond(response(type, now, &generator), expectedVersion: version), actor)
        case .judge(let accepted):
            let verdict = CaseCommand.giveVerdict(
                accepted: accepted, reason: accepted ? "" : "Rien n’a changé.",
                expectedVersion: caseFile.version)
            return (verdict, actor)
        case .withdraw: return (.withdraw(reason: "", expectedVersion: version), actor)
        case .act(let action):
            return (
                .act(action, expectedVersion: version, filing: filing(now, &generator)), actor
            )
        }
    }

    private static func any(
        at now: Instant, _ version: UInt64?, _ generator: inout SeededGenerator
    ) -> CaseCommand {
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: .acknowledge(Samples.contact, expectedVersion: version)
        case 1:
            .respond(
                response(pick(ResponseType.allCases, &generator), now, &generator),
                expectedVersion: version)
        case 2:
            .giveVerdict(
                accepted: Bool.random(using: &generator),
                reason: pick(["", "Non."], &generator) ?? "", expectedVersion: version)
        case 3: .elapse
        default:
            .act(
                pick(Actions.all, &generator) ?? .file, expectedVersion: version,
                filing: filing(now, &generator))
        }
    }

    private static func response(
        _ type: ResponseType?, _ now: Instant, _ generator: inout SeededGenerator
    ) -> PlatformResponse {
        var response = Samples.response(
            type ?? .explanation, identifier: .random(in: 0...255, using: &generator))
        if response.dueOn != nil {
            response.dueOn = now.dateInParis.adding(days: .random(in: 0...14, using: &generator))
        }
        return response
    }

    // MARK: Who

    private static func everybody(_ caseFile: CaseFile) -> [Actor] {
        let strangers = [
            Samples.otherAssociation, PartnerReference(kind: .business, slug: "bijoux"),
            PartnerReference(kind: .operator, slug: "o"),
        ]
        return [.system, .partner(caseFile.submitter)]
            + strangers.map { .partner($0) } + mediators.map { .partner($0) }
            + platforms.map { .partner(PartnerReference(kind: .platform, slug: $0)) }
    }

    private static func actor(
        _ side: LifeCycleTable.Side, _ caseFile: CaseFile, _ generator: inout SeededGenerator
    ) -> Actor {
        switch side {
        case .complainant: return .partner(caseFile.submitter)
        case .platform:
            return .partner(PartnerReference(kind: .platform, slug: caseFile.addressee))
        case .mediator:
            let inCharge = caseFile.mediation?.mediator
            let usual = mediators.filter { inCharge == nil || $0.slug == inCharge }
            let choice = Int.random(in: 0..<5, using: &generator) == 0 ? mediators : usual
            return .partner(pick(choice, &generator) ?? Samples.mediator)
        case .system: return .system
        }
    }

    static func pick<Element>(
        _ choices: [Element], _ generator: inout SeededGenerator
    ) -> Element? {
        choices.randomElement(using: &generator)
    }
}
