// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursMessages

/// What happens next in a case, in words: the same ones for `show`, `status`, `list` and `watch`.
struct NextStepText: Sendable {
    let message: RecoursMessages.Case
    let viewer: Viewer
    let now: Instant
    let language: Language

    init(
        _ message: RecoursMessages.Case, for viewer: Viewer, now: Instant,
        language: Language = .current
    ) {
        self.message = message
        self.viewer = viewer
        self.now = now
        self.language = language
    }

    private var steps: [NextStep] { NextStep.steps(of: message) }

    /// The most urgent step's party, for a cell: `you`, `platform`, `—`.
    var whoActs: String {
        guard let step = steps.first else { return language.heading(.nobody) }
        return viewer.isOne(of: step.party)
            ? language.heading(.you) : Labels.parties.name(of: step.party, in: language)
    }

    /// Days until the most urgent clock ends; nil if none runs.
    var daysLeft: Int? {
        steps.lazy.compactMap(\.dueAtMs).first.map { Clock.daysLeft(until: $0, now: now) }
    }

    /// `12 d`, for a cell; empty if no clock runs.
    var timeLeft: String { daysLeft.map { say(.timeLeft($0)) } ?? "" }

    /// Sentences, a step a group: who must do what, by when, and what happens otherwise.
    func paragraphs() -> [[String]] {
        var groups = steps.map { step in
            var lines = [
                say(.must(step.task, step.party, isViewer: viewer.isOne(of: step.party)))
            ]
            if let due = step.dueAtMs {
                lines.append(
                    say(
                        .before(
                            date: language.date(milliseconds: due),
                            daysLeft: Clock.daysLeft(until: due, now: now))))
            }
            lines.append(say(.otherwise(step.otherwise)))
            return lines
        }
        if groups.isEmpty { groups.append([say(.nobodyMust)]) }
        let paused = message.pausedDeadlines.map { say(.paused($0.kind, $0.party)) }
        if !paused.isEmpty { groups.append(paused) }
        return groups
    }

    /// Commands that the viewer may type now, with what introduces them.
    func choices() -> (title: String, commands: [String])? {
        let choices = Choice.choices(of: message, for: viewer, today: now.dateInParis)
        guard let first = choices.first else { return nil }
        return (
            say(.youMay(until: first.until.map(language.date))),
            choices.map { "recours \($0.command)" }
        )
    }

    private func say(_ sentence: StepSentence) -> String {
        language == .french ? sentence.french : sentence.english
    }
}
