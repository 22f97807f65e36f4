// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// The laws, for a history that somebody else has made: events as they were stored.
package enum ReplayLaws {
    /// What is wrong with the events of a case, or with the case as what they lead to.
    package static func broken(_ caseFile: CaseFile, _ events: [CaseEvent]) -> [String] {
        var laws = StepLaws()
        let (reached, broken) = laws.follow(
            events, from: nil, identifier: caseFile.identifier,
            publicNumber: caseFile.publicNumber)
        let isReached = reached == caseFile ? [] : ["the events are not the case"]
        return broken + isReached + HistoryLaws.broken(caseFile, events)
    }
}
