// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// One random life of a case, and which laws it broke. The same seed gives the same life.
package struct History: Sendable {
    /// What has to be asked of it from outside: of each step's case and of its events. Gives what
    /// is wrong, or nil.
    package typealias Check = @Sendable (_ caseFile: CaseFile, _ events: [CaseEvent]) -> String?

    package let seed: UInt64
    package private(set) var caseFile: CaseFile
    package private(set) var events: [CaseEvent]
    /// What went against the rules of `domain.md` §3.6, in words; must stay empty.
    package private(set) var broken: [String] = []
    /// How many commands were refused.
    package private(set) var refusals = 0
    private var laws = StepLaws()
    private var generator: SeededGenerator
    private var now: Instant
    private let check: Check?

    /// Begins a history: a case is filed, or a draft kept. Nil if the rules refused the first
    /// command, which they may not.
    package init?(seed: UInt64, check: Check? = nil) {
        var generator = SeededGenerator(seed: seed)
        let start = RandomCommand.start(&generator)
        let (command, submitter) = RandomCommand.first(at: start, &generator)
        guard
            let decision = try? CaseRules.decide(
                command, on: nil, by: .partner(submitter), at: start)
        else { return nil }
        self.seed = seed
        self.caseFile = decision.caseFile
        self.events = decision.events
        self.generator = generator
        self.now = start
        self.check = check
        follow(decision, from: nil)
    }

    /// Lives on for a number of random commands, and then, in half of the histories, lets time
    /// alone pass for more than a year.
    package mutating func live() {
        for _ in 0..<Int.random(in: 4...60, using: &generator) where broken.isEmpty {
            advance()
            // The sweeper is seldom away, and sometimes late.
            if Int.random(in: 0..<10, using: &generator) < 7 { elapse() }
            act()
        }
        if Bool.random(using: &generator) { idle() }
        guard broken.isEmpty else { return }
        replay()
        broken += HistoryLaws.broken(caseFile, events)
    }

    // MARK: Time

    private mutating func advance() {
        let hour: Int64 = 3_600_000
        let least = now.millisecondsSince1970
        var next = least
        switch Int.random(in: 0..<20, using: &generator) {
        case 0..<3: break
        case 3..<10: next += .random(in: 0...36 * hour, using: &generator)
        case 10..<13: next += .random(in: 0...10 * 24 * hour, using: &generator)
        // At an alarm, a moment before and a moment after.
        case 13..<19:
            let alarm = caseFile.alarmAt?.millisecondsSince1970 ?? least + hour
            next = max(least, alarm + .random(in: -1...1, using: &generator))
        // Nobody was there for long.
        default: next += .random(in: 0...100 * 24 * hour, using: &generator)
        }
        now = Instant(millisecondsSince1970: next)
    }

    /// What the sweeper does, and that it does nothing before its time and nothing twice.
    private mutating func elapse() {
        let before = caseFile
        guard let decision = decide(.elapse, by: .system) else {
            broken.append("the clock was refused in \(before.state)")
            return
        }
        let wasDue = before.alarmAt.map { $0 <= now } ?? false
        if wasDue == decision.events.isEmpty {
            broken.append(
                "alarm at \(String(describing: before.alarmAt)), now \(now), "
                    + "\(decision.events.count) events in \(before.state)")
        }
        guard let again = try? CaseRules.decide(.elapse, on: caseFile, by: .system, at: now)
        else { return broken.append("the clock was refused the second time") }
        if !again.events.isEmpty { broken.append("the clock acted twice in \(before.state)") }
    }

    /// Nobody does anything any more.
    private mutating func idle() {
        let end = now.millisecondsSince1970 + 400 * 86_400_000
        while broken.isEmpty, let alarm = caseFile.alarmAt, alarm.millisecondsSince1970 < end {
            now = max(now, alarm)
            elapse()
        }
        let isHeard =
            caseFile.state.isClosed || caseFile.state == .inMediation || caseFile.alarmAt != nil
        if !isHeard { broken.append("\(caseFile.state) was forgotten") }
    }

    // MARK: Commands

    private mutating func act() {
        let (command, actor) = RandomCommand.next(on: caseFile, at: now, &generator)
        _ = decide(command, by: actor)
    }

    private mutating func decide(_ command: CaseCommand, by actor: Actor) -> Decision? {
        let before = caseFile
        do throws(Refusal) {
            let decision = try CaseRules.decide(command, on: before, by: actor, at: now)
            caseFile = decision.caseFile
            events += decision.events
            follow(decision, from: before)
            return decision
        } catch {
            refusals += 1
            if let wrong = RefusalLaws.broken(error, of: command, by: actor, before, laws) {
                broken.append(wrong)
            }
            return nil
        }
    }

    /// Goes through a decision event by event, as a replay does.
    private mutating func follow(_ decision: Decision, from before: CaseFile?) {
        let (reached, found) = laws.follow(
            decision.events, from: before, identifier: caseFile.identifier,
            publicNumber: caseFile.publicNumber)
        broken += found
        if reached != decision.caseFile { broken.append("the events are not the case") }
        if let wrong = check?(decision.caseFile, decision.events) { broken.append(wrong) }
    }

    private mutating func replay() {
        let replayed = try? CaseRules.replay(
            events, identifier: caseFile.identifier, publicNumber: caseFile.publicNumber)
        if replayed != caseFile { broken.append("a replay gives another case") }
        if caseFile.version != UInt64(events.count) {
            broken.append("version \(caseFile.version) after \(events.count) events")
        }
    }
}
