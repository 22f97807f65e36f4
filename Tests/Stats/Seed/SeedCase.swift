// SPDX-License-Identifier: EUPL-1.2

import RecoursCases

/// One case of fiction, from its filing to the day on which the page is made.
struct SeedCase {
    private(set) var file: CaseFile
    private(set) var changes: [FigureChange]
    private(set) var now: Instant
    private let end: Instant

    static let association = PartnerReference(kind: .association, slug: "ateliers-reunis")
    static let mediator = PartnerReference(kind: .mediator, slug: "m-durand")

    init(_ draft: CaseDraft, number: UInt64, at start: Instant, until end: Instant) throws {
        guard let publicNumber = PublicNumber(number) else { throw Impossible() }
        let decision = try CaseRules.decide(
            .submit(
                try ValidDraft(draft, today: start.dateInParis),
                identifier: CaseIdentifier(at: start, randomHigh: number, randomLow: number),
                publicNumber: publicNumber, filing: Filing(routing: .platformInbox)),
            on: nil, by: .partner(Self.association), at: start)
        file = decision.caseFile
        changes = FigureChanges.of(decision.events, before: nil, after: decision.caseFile)
        now = start
        self.end = end
    }

    private struct Impossible: Error {}

    /// Lets so much time pass, with whatever the clock does in it. False: the end has come.
    mutating func wait(milliseconds: Int64) throws -> Bool {
        let goal = min(
            end, Instant(millisecondsSince1970: now.millisecondsSince1970 + milliseconds))
        while let alarm = file.alarmAt, alarm <= goal {
            now = max(now, alarm)
            try decide(.elapse, by: .system)
        }
        now = goal
        return goal < end
    }

    mutating func act(_ command: CaseCommand, by partner: PartnerReference) throws {
        try decide(command, by: .partner(partner))
    }

    private mutating func decide(_ command: CaseCommand, by actor: Actor) throws {
        let before = file
        let decision = try CaseRules.decide(command, on: before, by: actor, at: now)
        file = decision.caseFile
        changes += FigureChanges.of(decision.events, before: before, after: decision.caseFile)
    }

    var today: CalendarDate { now.dateInParis }
}
