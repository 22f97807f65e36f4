// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

/// What is said of what happens next in a case.
enum StepSentence: Sentence {
    case nobodyMust
    /// Whole sentences: `The platform must answer.`
    case must(NextStep.Task, PartyKind, isViewer: Bool)
    /// When its clock ends, as the language writes the date.
    case before(date: String, daysLeft: Int)
    case otherwise(NextStep.Otherwise)
    /// A clock that stands still while the complainant is asked.
    case paused(DeadlineKind, PartyKind)
    /// Before a list of commands; `until` as the language writes the date.
    case youMay(until: String?)
    /// Short, for a table's cell: `12 d`, `last day`, `3 d late`.
    case timeLeft(Int)
}
