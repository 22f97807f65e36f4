// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// What many histories came to.
package struct HistoryTally: Sendable {
    package private(set) var histories = 0
    package private(set) var events = 0
    package private(set) var refusals = 0
    package private(set) var ends: [CaseState: Int] = [:]
    package private(set) var steps: [LifeCycleTable.Step: Int] = [:]
    /// The first broken laws, each with the seed that breaks it again.
    package private(set) var broken: [String] = []

    package init() {}

    /// Lives histories with these seeds; every history goes on whatever another one broke.
    package mutating func live(seeds: Range<UInt64>, check: History.Check? = nil) {
        for seed in seeds {
            guard var history = History(seed: seed, check: check) else {
                broken.append("seed \(seed): the first command was refused")
                continue
            }
            history.live()
            add(history)
        }
    }

    package mutating func add(_ other: HistoryTally) {
        histories += other.histories
        events += other.events
        refusals += other.refusals
        ends.merge(other.ends, uniquingKeysWith: +)
        steps.merge(other.steps, uniquingKeysWith: +)
        broken += other.broken
    }

    private mutating func add(_ history: History) {
        histories += 1
        events += history.events.count
        refusals += history.refusals
        ends[history.caseFile.state, default: 0] += 1
        for event in history.events { steps[LifeCycleTable.Step(event), default: 0] += 1 }
        if let first = history.broken.first { broken.append("seed \(history.seed): \(first)") }
    }

    /// Steps of the table that no history took.
    package var untaken: [LifeCycleTable.Step] {
        LifeCycleTable.steps.keys.filter { steps[$0] == nil }.sorted {
            ($0.event, $0.to.rawValue) < ($1.event, $1.to.rawValue)
        }
    }
}
