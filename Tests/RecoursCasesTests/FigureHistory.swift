// SPDX-License-Identifier: EUPL-1.2

import CaseHistories
import RecoursCases
import Testing

/// A case, what happened to it, and what both count.
struct FigureHistory {
    private(set) var caseFile: CaseFile
    private(set) var events: [CaseEvent]
    /// Counted decision by decision, as a store does.
    private(set) var tally = FigureTally()
    private(set) var now: Instant

    init(
        _ draft: CaseDraft = Samples.draft(), routing: Routing = .platformInbox,
        terms: CampaignTerms? = nil, at start: Instant = Samples.now
    ) throws {
        let command = CaseCommand.submit(
            try ValidDraft(draft, today: start.dateInParis), identifier: Submitting.identifier,
            publicNumber: try Submitting.number(), filing: Filing(routing: routing, terms: terms))
        let decision = try CaseRules.decide(
            command, on: nil, by: .partner(Samples.association), at: start)
        caseFile = decision.caseFile
        events = decision.events
        now = start
        count(decision.events, before: nil, after: decision.caseFile)
    }

    /// Something happens so many minutes later.
    mutating func then(
        _ command: CaseCommand, by partner: PartnerReference = Samples.platform,
        minutesLater minutes: Int64 = 1
    ) throws {
        try decide(command, by: .partner(partner), minutesLater: minutes)
    }

    /// The clock strikes whenever it has to, for so many days.
    mutating func wait(days: Int64) throws {
        let end = Instant(millisecondsSince1970: now.millisecondsSince1970 + days * 86_400_000)
        while let alarm = caseFile.alarmAt, alarm <= end {
            let step = alarm.millisecondsSince1970 - now.millisecondsSince1970
            now = Instant(millisecondsSince1970: now.millisecondsSince1970 + max(0, step))
            try decide(.elapse, by: .system, minutesLater: 0)
        }
        now = end
    }

    private mutating func decide(
        _ command: CaseCommand, by actor: Actor, minutesLater minutes: Int64
    ) throws {
        now = Instant(millisecondsSince1970: now.millisecondsSince1970 + minutes * 60_000)
        let before = caseFile
        let decision = try CaseRules.decide(command, on: before, by: actor, at: now)
        caseFile = decision.caseFile
        events += decision.events
        count(decision.events, before: before, after: decision.caseFile)
    }

    private mutating func count(_ events: [CaseEvent], before: CaseFile?, after: CaseFile) {
        tally.add(FigureChanges.of(events, before: before, after: after))
    }

    /// The same, counted event by event from the first on.
    func recount() throws -> FigureTally {
        var tally = FigureTally()
        var file: CaseFile?
        for event in events {
            let before = file
            if var next = file {
                try next.apply(event)
                file = next
            } else {
                file = try CaseFile(
                    first: event, identifier: Submitting.identifier,
                    publicNumber: try Submitting.number())
            }
            let after = try #require(file)
            tally.add(FigureChanges.of([event], before: before, after: after))
        }
        return tally.compact
    }

    /// A counter over all months.
    subscript(
        counter: FigureCounter, platform: String = "amazon", campaign: [UInt8] = []
    ) -> Int64 {
        let category = caseFile.draft.category ?? .other
        let key = FigureKey(platform: platform, category: category, campaign: campaign)
        return (tally.counts[key] ?? [:]).reduce(0) { sum, cell in
            cell.key.counter == counter ? sum + cell.value : sum
        }
    }

    /// The counters that are not 0 and count how cases stand.
    var standing: Set<FigureCounter> {
        Set(FigureCounter.allCases.filter { $0.rawValue >= 32 && self[$0] != 0 })
    }

    /// The times of one kind, in minutes.
    func minutes(_ time: FigureTime, platform: String = "amazon") -> [Int32] {
        let category = caseFile.draft.category ?? .other
        let cells = tally.times[FigureKey(platform: platform, category: category)] ?? [:]
        return cells.keys.filter { $0.time == time }.map(\.minutes).sorted()
    }
}
