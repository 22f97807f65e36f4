// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// What may lead to what, and by whom (`domain.md` §3.6), written down a second time: from the
/// page, not from the code.
package enum LifeCycleTable {
    /// One event from one state to another.
    package struct Step: Hashable, Sendable {
        /// The protocol's number of the kind of event.
        package let event: Int32
        /// Nil before the first event.
        package let from: CaseState?
        package let to: CaseState

        package init(event: Int32, from: CaseState?, to: CaseState) {
            self.event = event
            self.from = from
            self.to = to
        }

        package init(_ event: CaseEvent) {
            self.init(event: event.kind.number, from: event.stateBefore, to: event.stateAfter)
        }
    }

    /// C: the complainant's side, an association or a firm; P: the platform addressed; M: a
    /// mediator; S: the system, that is the clock and the routing.
    package enum Side: Character, CaseIterable, Sendable {
        case complainant = "C"
        case platform = "P"
        case mediator = "M"
        case system = "S"
    }

    /// Every step there is, and who may cause it.
    package static let steps: [Step: Set<Side>] = {
        var steps: [Step: Set<Side>] = [:]
        for (event, transitions, sides) in rows {
            for transition in transitions.split(separator: " ") {
                let ends = transition.split(separator: ">").map { CaseState(rawValue: number($0)) }
                guard ends.count == 2, let to = ends[1] else { continue }
                let step = Step(event: event, from: ends[0], to: to)
                steps[step, default: []].formUnion(sides.compactMap(Side.init(rawValue:)))
            }
        }
        return steps
    }()

    /// The number of the kind of event; state before > state after, 0 before the first; who.
    private static let rows: [(Int32, String, String)] = [
        // Filing and routing.
        (1, "0>2 1>2", "C"), (10, "0>1 1>1", "C"), (2, "2>3", "SM"), (3, "2>12", "S"),
        (4, "2>9", "S"), (12, "2>12", "M"), (13, "12>12", "C"), (14, "12>2", "M"),
        (17, "2>2", "CM"), (35, staying("2 3 4 5 6 7 8 9"), "C"), (36, "2>2", "S"),
        // Merging, withdrawing, erasing.
        (15, "2>13 3>13 4>13 5>13 6>13 7>13 8>13 9>13", "M"), (16, "13>2", "M"),
        (9, "2>14 3>14 4>14 5>14 6>14 7>14 8>14 9>14", "C"),
        (11, "14>2 14>3 14>4 14>5 14>6 14>7 14>8 14>9", "C"),
        (37, staying("2 3 4 5 6 7 8 9 10 11 12 13 14"), "M"),
        (38, staying("2 3 4 5 6 7 8 9 10 11 12 13 14"), "M"),
        (39, "1>15 10>15 11>15 12>15 13>15 14>15", "SM"),
        // The platform answers, the complainant judges.
        (5, "3>4", "P"), (6, "4>5 4>6 5>6 3>7 4>7 5>7 9>7 3>2 4>2 5>2", "P"),
        (7, "7>10 7>8 8>10", "C"), (8, "7>9 8>9", "C"), (23, "8>8", "P"), (22, "10>9", "C"),
        // What is said.
        (18, "9>6", "M"), (19, "6>4 6>5 6>9 " + staying("2 3 4 5 7 8 9"), "C"),
        (20, staying("3 4 5 6 7 8 9"), "CPM"),
        // Mediation.
        (21, "3>9 4>9 5>9 7>9 8>9 10>9 11>9 12>9", "M"), (26, "9>9", "M"),
        (27, staying("2 3 4 5 6 7 8 9"), "M"), (28, "9>9", "M"), (29, "9>9", "M"),
        (30, "9>9", "CPM"), (31, "9>9", "M"), (32, "9>9", "CP"), (33, "9>9", "CP"),
        (34, "9>10 9>11", "M"),
        // Time.
        (24, staying("2 3 4 5 6 7 8 9 12"), "S"),
        (25, "1>15 2>9 3>3 3>9 4>9 5>9 6>4 6>5 6>9 7>8 7>9 7>10 8>9 8>10 9>9 12>12", "S"),
    ]

    private static func staying(_ states: String) -> String {
        states.split(separator: " ").map { "\($0)>\($0)" }.joined(separator: " ")
    }

    private static func number(_ text: Substring) -> Int32 {
        Int32(text) ?? 0
    }

    /// Which clocks run in a state, in sets that are possible: none is more or less.
    package static func clocks(in state: CaseState) -> [Set<DeadlineKind>] {
        switch state {
        case .draft: [[.draftIdle]]
        case .submitted: [[.route]]
        // A missed acknowledgement flags, and the answer clock runs on.
        case .transmitted: [[.acknowledge, .answer], [.answer]]
        case .acknowledged: [[.answer]]
        case .inProgress: [[.finalAnswer]]
        case .infoRequested: [[.information]]
        case .answered: [[.verdict]]
        case .remedyPending: [[.remedy], [.remedyConfirmation]]
        case .inMediation: [[.mediatorFirstWord, .mediationEnd], [.mediationEnd]]
        // Only while a contest waits for a mediator.
        case .inadmissible: [[], [.route]]
        case .resolved, .noAgreement, .duplicate, .withdrawn, .erased: [[]]
        }
    }

    /// Who must act before a clock runs out.
    package static func side(of kind: DeadlineKind) -> Side {
        switch kind {
        case .acknowledge, .answer, .finalAnswer, .remedy: .platform
        case .information, .verdict, .remedyConfirmation, .draftIdle: .complainant
        case .route, .mediatorFirstWord, .mediationEnd: .mediator
        }
    }
}

extension LifeCycleTable.Side {
    /// Whose side an actor is on; nil for an operator, who is on none.
    package init?(_ actor: Actor) {
        switch actor {
        case .system: self = .system
        case .partner(let partner):
            switch partner.kind {
            case .association, .business: self = .complainant
            case .platform: self = .platform
            case .mediator: self = .mediator
            case .operator: return nil
            }
        }
    }
}
