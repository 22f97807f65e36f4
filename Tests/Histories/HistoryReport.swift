// SPDX-License-Identifier: EUPL-1.2

import CaseHistories
import RecoursCases

/// What many histories came to, in words.
enum HistoryReport {
    static func text(_ tally: HistoryTally) -> String {
        var lines = [
            "\(tally.histories) histories, \(tally.events) events, \(tally.refusals) refusals",
            "",
            "state at the end      histories",
        ]
        for state in CaseState.allCases {
            lines.append(row(state.name, tally.ends[state] ?? 0))
        }
        let taken = LifeCycleTable.steps.keys.count - tally.untaken.count
        lines += ["", "steps of the table taken: \(taken) of \(LifeCycleTable.steps.count)"]
        lines.append("the rarest:")
        let rarest = tally.steps.sorted {
            ($0.value, $0.key.event, $0.key.to.rawValue) < (
                $1.value, $1.key.event, $1.key.to.rawValue
            )
        }
        for (step, count) in rarest.prefix(8) { lines.append(row(text(step), count)) }
        return lines.joined(separator: "\n")
    }

    static func text(_ step: LifeCycleTable.Step) -> String {
        "event \(step.event) \(step.from?.name ?? "-") > \(step.to.name)"
    }

    private static func row(_ name: String, _ count: Int) -> String {
        let number = String(count)
        let width = 52
        let gap = String(repeating: " ", count: max(1, width - name.count - number.count))
        return "  \(name)\(gap)\(number)"
    }
}
