// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import Testing

@Suite("Random histories")
struct RandomHistoryTests {
    #if DEBUG
        private static let histories = 3000
    #else
        private static let histories = 20_000
    #endif

    /// What may lead to what (`domain.md` §3.6), written down a second time.
    fileprivate static let transitions: [CaseState: Set<CaseState>] = [
        .submitted: [.transmitted, .inMediation, .inadmissible, .withdrawn],
        .transmitted: [.acknowledged, .answered, .withdrawn],
        .acknowledged: [.inProgress, .answered, .withdrawn],
        .inProgress: [.answered, .withdrawn],
        .answered: [.resolved, .remedyPending, .inMediation, .withdrawn],
        .remedyPending: [.resolved, .withdrawn],
        .inMediation: [.answered, .withdrawn],
    ]

    fileprivate static let drafts: [ValidDraft] = CaseCategory.allCases.compactMap {
        try? ValidDraft(Samples.draft($0), today: Samples.today)
    }

    @Test("Whatever anybody sends, a case is its events, and moves only as the table says")
    func histories() throws {
        var generator = SeededGenerator(seed: 2018)
        var ends: [CaseState: Int] = [:]
        for _ in 0..<Self.histories {
            var run = try Run(&generator)
            for _ in 0..<12 {
                guard try run.step(&generator) else { return }
            }
            guard try run.check() else { return }
            ends[run.caseFile.state, default: 0] += 1
        }
        // The walk is worth nothing if it does not get around.
        #expect(Set(ends.keys).isSuperset(of: LifeCycleTests.reachable))
    }

    /// One history.
    private struct Run {
        var caseFile: CaseFile
        var events: [CaseEvent]
        private var now = Samples.now

        init(_ generator: inout SeededGenerator) throws {
            let draft = try #require(RandomHistoryTests.drafts.randomElement(using: &generator))
            let routing = [Routing.platformInbox, .platformInbox, .platformWithoutAccount, .held]
                .randomElement(using: &generator)
            let command = CaseCommand.submit(
                draft, identifier: Submitting.identifier, publicNumber: try Submitting.number(),
                routing: try #require(routing))
            let decision = try CaseRules.decide(
                command, on: nil, by: .partner(Samples.association), at: now)
            self.caseFile = decision.caseFile
            self.events = decision.events
        }

        /// Sends one random command; false if a law was broken.
        mutating func step(_ generator: inout SeededGenerator) throws -> Bool {
            now = Instant(
                millisecondsSince1970: now.millisecondsSince1970
                    + .random(in: 0..<200_000_000, using: &generator))
            let command = self.command(&generator)
            let actor = Run.actors.randomElement(using: &generator) ?? .system
            let before = caseFile
            do throws(Refusal) {
                let decision = try CaseRules.decide(command, on: before, by: actor, at: now)
                caseFile = decision.caseFile
                events += decision.events
                return holds(decision, from: before)
            } catch {
                return holds(error, of: before, by: actor)
            }
        }

        private func holds(_ decision: Decision, from before: CaseFile) -> Bool {
            guard let event = decision.events.first else { return decision.caseFile == before }
            let isLawful =
                decision.events.count == 1 && caseFile.version == before.version + 1
                && event.stateBefore == before.state && event.stateAfter == caseFile.state
                && RandomHistoryTests.transitions[before.state]?.contains(caseFile.state) == true
                && (caseFile.deadlines.isEmpty == caseFile.state.isClosed)
            #expect(isLawful, "\(before.state) to \(caseFile.state) by \(event.kind.number)")
            return isLawful
        }

        private func holds(_ refusal: Refusal, of before: CaseFile, by actor: Actor) -> Bool {
            let isLawful =
                switch refusal.code {
                case .stateConflict(let state, let version):
                    state == before.state && version == before.version
                case .notFound:
                    if case .partner(let partner) = actor {
                        !before.isVisible(to: partner)
                    } else {
                        false
                    }
                case .notAllowed: true
                case .invalid(let violations): !violations.isEmpty
                case .brokenHistory: false
                }
            #expect(isLawful, "\(refusal.code)")
            return isLawful
        }

        /// Whether the events are the case.
        func check() throws -> Bool {
            let replayed = try CaseRules.replay(
                events, identifier: caseFile.identifier, publicNumber: caseFile.publicNumber)
            let isWhole =
                replayed == caseFile && caseFile.version == UInt64(events.count)
                && events.map(\.sequence) == Array(1...caseFile.version)
            #expect(isWhole)
            let reachedPlatform = events.contains { $0.stateAfter == .transmitted }
            let endsWell = !reachedPlatform || caseFile.state != .inadmissible
            #expect(endsWell, "a case that reached a platform was called inadmissible")
            // Resolved only by the complainant's word on an answer.
            let isAnswered = caseFile.state != .resolved || caseFile.verdicts.last?.accepted == true
            #expect(isAnswered)
            return isWhole && endsWell && isAnswered
        }

        private static let actors: [Actor] = [
            .system, .partner(Samples.association), .partner(Samples.association),
            .partner(Samples.association), .partner(Samples.platform),
            .partner(Samples.platform), .partner(Samples.platform), .partner(Samples.mediator),
            .partner(Samples.otherAssociation), .partner(Samples.otherPlatform),
        ]

        private func command(_ generator: inout SeededGenerator) -> CaseCommand {
            let version: UInt64? =
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: caseFile.version
                case 1: .random(in: 0..<6, using: &generator)
                default: nil
                }
            switch Int.random(in: 0..<16, using: &generator) {
            case 0..<3: return .acknowledge(Samples.contact, expectedVersion: version)
            case 3..<9: return .respond(response(&generator), expectedVersion: version)
            case 9..<12: return .giveVerdict(accepted: true, reason: "", expectedVersion: version)
            case 12..<14:
                let reason = Bool.random(using: &generator) ? "Non." : ""
                return .giveVerdict(accepted: false, reason: reason, expectedVersion: version)
            case 14: return .transmit(expectedVersion: version)
            default:
                // Rare, or no history would get far.
                guard Int.random(in: 0..<4, using: &generator) == 0 else {
                    return .transmit(expectedVersion: version)
                }
                return .withdraw(reason: "", expectedVersion: version)
            }
        }

        private func response(_ generator: inout SeededGenerator) -> PlatformResponse {
            let type = ResponseType.allCases.randomElement(using: &generator) ?? .explanation
            var response = Samples.response(type)
            if response.dueOn != nil { response.dueOn = now.dateInParis.adding(days: 3) }
            return response
        }
    }
}
