// SPDX-License-Identifier: EUPL-1.2

import RecoursCases

/// What holds of a history as a whole.
enum HistoryLaws {
    static func broken(_ caseFile: CaseFile, _ events: [CaseEvent]) -> [String] {
        var found: [String] = []
        if events.map(\.sequence) != Array(1...caseFile.version) {
            found.append("the events are not numbered from 1 on")
        }
        if zip(events, events.dropFirst()).contains(where: { $1.at < $0.at }) {
            found.append("the events are not in the order of time")
        }
        // 12 after a platform had it, only if it said that it isn't concerned.
        let transmitted = events.firstIndex { $0.kind.number == 2 } ?? events.endIndex
        let sentAway = events.lastIndex { $0.kind.number == 12 } ?? events.startIndex
        if transmitted < sentAway {
            let isUnconcerned = events[transmitted..<sentAway].contains { event in
                guard case .responded(let response) = event.kind else { return false }
                return response.type == .notConcerned
            }
            if !isUnconcerned { found.append("inadmissible after a platform had it") }
        }
        // At most twice by the complainant; staff may more often.
        let byComplainant = events.count { event in
            guard case .readdressed = event.kind else { return false }
            return LifeCycleTable.Side(event.actor) == .complainant
        }
        if byComplainant > 2 { found.append("re-addressed \(byComplainant) times") }
        return found
    }
}
