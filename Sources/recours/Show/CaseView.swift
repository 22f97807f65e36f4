// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursMessages

/// A case as somebody who follows it wants to read it.
struct CaseView {
    let message: RecoursMessages.Case
    let now: Instant

    /// The clock that runs out first; nil if none runs.
    var nextDeadline: RecoursMessages.Deadline? {
        message.deadlines.min { $0.dueAtMs < $1.dueAtMs }
    }

    /// `plateforme`, or `—` if nobody must act.
    var mustAct: String {
        nextDeadline.map { Labels.parties.name(of: $0.party) } ?? "—"
    }

    /// `12 j`, `dernier jour`, `en retard de 3 j`, or nothing.
    var timeLeft: String {
        guard let nextDeadline else { return "" }
        let days = Clock.daysLeft(until: nextDeadline.dueAtMs, now: now)
        switch days {
        case ..<0: return "en retard de \(-days) j"
        case 0: return "dernier jour"
        default: return "\(days) j"
        }
    }

    /// Several lines: number, state, who must act, the last answer.
    func lines() -> [String] {
        let draft = message.draft ?? CaseDraft()
        var lines = [
            "\(SafeText.line(message.publicNumber))  \(Labels.states.name(of: message.state))"
                + "  (version \(message.version))"
        ]
        func add(_ label: String, _ text: String) {
            guard !text.isEmpty else { return }
            lines.append("  " + DisplayWidth.fitted(label, to: 13) + SafeText.line(text))
        }
        add("référence", draft.externalRef)
        add("plaignant", draft.complainant?.legalName ?? "")
        add("plateforme", draft.platformID)
        add("catégorie", Labels.categories.name(of: draft.category))
        add("titre", draft.title)
        add("motif", message.stateReason)
        for deadline in message.deadlines.sorted(by: { $0.dueAtMs < $1.dueAtMs }) {
            let date = Instant(millisecondsSince1970: deadline.dueAtMs).dateInParis
            let view = CaseView(message: Case(deadlines: [deadline]), now: now)
            add(
                "échéance",
                "\(Labels.clocks.name(of: deadline.kind)) par \(view.mustAct) avant le \(date) "
                    + "(\(view.timeLeft))")
        }
        if let contact = message.platformContact { add("contact", CaseView.text(contact)) }
        if let answer = message.responses.last { lines += CaseView.lines(answer) }
        if let verdict = message.verdicts.last {
            add("avis", (verdict.accepted ? "accepté  " : "refusé  ") + verdict.reason)
        }
        add("identifiant", CaseReference.text(of: message.id))
        return lines
    }

    /// The case's row in a table.
    var row: [String] {
        let draft = message.draft ?? CaseDraft()
        return [
            message.publicNumber, Labels.states.name(of: message.state), mustAct, timeLeft,
            draft.platformID, draft.complainant?.legalName ?? "", draft.title,
        ]
    }

    static let columns: [TextTable.Column] = [
        .init(title: "NUMÉRO"), .init(title: "ÉTAT"), .init(title: "À QUI D'AGIR"),
        .init(title: "RESTE", isRight: true), .init(title: "PLATEFORME"),
        .init(title: "PLAIGNANT", isFlexible: true), .init(title: "TITRE", isFlexible: true),
    ]

    /// One event of the case's history.
    static func row(_ event: Event) -> [String] {
        let actor = event.actor.map { $0.slug.isEmpty ? $0.kind : "\($0.kind)/\($0.slug)" } ?? ""
        let text: String
        switch event.payload {
        case .submitted(let draft): text = draft.title
        case .acknowledged(let contact): text = CaseView.text(contact)
        case .responded(let answer):
            text = Labels.answers.name(of: answer.type) + " : " + answer.text
        case .verdict(let verdict): text = verdict.reason
        case .reason(let reason): text = reason
        case .saved(let draft): text = draft.title
        case .writing(let writing): text = writing.text
        case .inadmissibility(let given): text = given.text
        case .merged(let target): text = target.publicNumber + " : " + target.reason
        case .readdressed(let change): text = change.toPlatformID + " : " + change.reason
        case .deadline(let mark): text = Labels.clocks.name(of: mark.kind)
        case .note(let note): text = note.writing?.text ?? ""
        case .agreementAnswer(let answer): text = answer.reason
        case .outcome(let outcome): text = outcome.reasons
        case .flag(let flag): text = flag.linkedCases.joined(separator: ", ")
        case .disclosure, nil: text = ""
        }
        return [
            String(event.sequence), Clock.text(event.atMs), actor,
            Labels.events.name(of: event.kind), text,
        ]
    }

    static let eventColumns: [TextTable.Column] = [
        .init(title: "N°", isRight: true), .init(title: "QUAND"), .init(title: "QUI"),
        .init(title: "QUOI"), .init(title: "DÉTAIL", isFlexible: true),
    ]

    private static func lines(_ answer: RecoursMessages.PlatformResponse) -> [String] {
        let day = Instant(millisecondsSince1970: answer.givenAtMs).dateInParis
        var lines = ["  réponse      \(Labels.answers.name(of: answer.type)), le \(day)"]
        let remedies = answer.remedies.map { Labels.remedies.name(of: $0.kind) }
        if !remedies.isEmpty { lines.append("    remèdes : " + remedies.joined(separator: ", ")) }
        if !answer.dueOn.isEmpty { lines.append("    avant le " + SafeText.line(answer.dueOn)) }
        for line in SafeText.paragraphs(answer.text).split(separator: "\n") {
            lines.append("    " + line)
        }
        return lines
    }

    private static func text(_ contact: RecoursMessages.Contact) -> String {
        [contact.name, contact.email, contact.phone].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
