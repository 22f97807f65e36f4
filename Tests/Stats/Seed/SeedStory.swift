// SPDX-License-Identifier: EUPL-1.2

import RecoursCases

/// What a platform, a complainant and a mediator do about one case.
struct SeedStory {
    let platform: SeedPlatform
    let category: CaseCategory
    private static let day: Double = 24

    private var partner: PartnerReference {
        PartnerReference(kind: .platform, slug: platform.slug)
    }

    func run(_ story: inout SeedCase, _ generator: inout SeedGenerator) throws {
        let note = generator.span(
            hours: platform.hoursToAcknowledge, unevenness: platform.unevenness)
        guard try story.wait(milliseconds: note) else { return }
        if generator.chance(4) {
            return try story.act(.withdraw(reason: ""), by: SeedCase.association)
        }
        if !generator.chance(platform.silent), story.file.state == .transmitted {
            try story.act(.acknowledge(SeedDraft.contact), by: partner)
            try answer(&story, &generator)
        }
        if story.file.state == .answered { try judge(&story, &generator) }
        if story.file.state == .remedyPending { try keepPromise(&story, &generator) }
        // What nobody has done by now, the clock does.
        let span = generator.span(hours: 26 * Self.day, unevenness: 0.4)
        guard try story.wait(milliseconds: span) else { return }
        if story.file.state == .inMediation { try mediate(&story, &generator) }
    }

    private func answer(_ story: inout SeedCase, _ generator: inout SeedGenerator) throws {
        if generator.chance(platform.silent) { return }
        let median = category == .counterfeit ? daysToRemove(story) : platform.daysToAnswer
        let span = generator.span(hours: median * Self.day, unevenness: platform.unevenness)
        guard try story.wait(milliseconds: span), story.file.state != .inMediation else { return }
        let isExplained = generator.chance(platform.explaining)
        let type = generator.pick([
            (ResponseType.remedyDone, category == .counterfeit ? 160 : 38), (.remedyPromised, 22),
            (.explanation, isExplained ? 26 : 0), (.decisionUpheld, isExplained ? 14 : 0),
        ])
        guard let type else { return }
        var response = PlatformResponse(
            identifier: [UInt8](repeating: 1, count: 16), type: type,
            remedies: type == .remedyDone || type == .remedyPromised
                ? [Remedy(kind: category == .counterfeit ? .listingsRemoved : .relisted)] : [],
            text: "Réponse.", statementOfReasons: isExplained ? SeedDraft.reasons : nil)
        if type == .remedyPromised { response.dueOn = story.today.adding(days: 14) }
        try story.act(.respond(response), by: partner)
    }

    /// Copies go sooner, and sooner still as the year goes by.
    private func daysToRemove(_ story: SeedCase) -> Double {
        let months = Double(
            FigureMonth(of: story.now).number - FigureMonth(of: StatsSeed.begin).number)
        return platform.daysToAnswer / 3 * (1.5 - months / 13)
    }

    private func judge(_ story: inout SeedCase, _ generator: inout SeedGenerator) throws {
        // One in six never says a word.
        if generator.chance(16) { return }
        guard try story.wait(milliseconds: generator.span(hours: 60, unevenness: 0.7)),
            story.file.state == .answered
        else { return }
        let refuses = generator.chance(platform.refused)
        try story.act(
            .giveVerdict(accepted: !refuses, reason: refuses ? "Rien n’a changé." : ""),
            by: SeedCase.association)
    }

    private func keepPromise(_ story: inout SeedCase, _ generator: inout SeedGenerator) throws {
        guard !generator.chance(platform.broken),
            try story.wait(milliseconds: Int64(Self.day * 9 * 3_600_000)),
            story.file.state == .remedyPending
        else { return }
        try story.act(.act(.proveRemedy(Writing("Virement du 12."))), by: partner)
        guard !generator.chance(20),
            try story.wait(milliseconds: Int64(Self.day * 3 * 3_600_000)),
            story.file.state == .remedyPending
        else { return }
        try story.act(
            .giveVerdict(accepted: true, reason: "", expectedVersion: story.file.version),
            by: SeedCase.association)
    }

    private func mediate(_ story: inout SeedCase, _ generator: inout SeedGenerator) throws {
        // Some platforms answer at last, once a mediator calls.
        if generator.chance(35) {
            try story.act(
                .respond(
                    PlatformResponse(
                        identifier: [UInt8](repeating: 2, count: 16), type: .remedyDone,
                        remedies: [Remedy(kind: .relisted)], text: "Réponse.")), by: partner)
            return try judge(&story, &generator)
        }
        let isAgreed = generator.chance(68)
        if isAgreed, generator.chance(60) {
            try story.act(.act(.proposeAgreement(text: "Un avoir.")), by: SeedCase.mediator)
            for side in [SeedCase.association, partner] {
                try story.act(.act(.answerAgreement(accepted: true, reason: "")), by: side)
            }
        }
        let outcome = MediationOutcome(
            result: isAgreed ? .resolved : .noAgreement, reasons: "Après avoir entendu chacun.",
            nextSteps: isAgreed ? [] : ["Tribunal de commerce"])
        try story.act(.act(.closeMediation(outcome)), by: SeedCase.mediator)
    }
}
