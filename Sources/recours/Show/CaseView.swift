// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursMessages

/// A case in a few lines, or as a row: for `status`, `list`, `inbox` and `watch`.
struct CaseView {
    let message: RecoursMessages.Case
    let next: NextStepText

    init(_ message: RecoursMessages.Case, for viewer: Viewer, now: Instant) {
        self.message = message
        next = NextStepText(message, for: viewer, now: now)
    }

    private var draft: RecoursMessages.CaseDraft { message.draft ?? CaseDraft() }

    /// Slug of the platform now addressed.
    var platform: String { message.platformID.isEmpty ? draft.platformID : message.platformID }

    /// Several lines: number, state, what happens next, the last answer.
    func lines() -> [String] {
        let language = Language.current
        var lines = [
            "\(SafeText.line(message.publicNumber))  \(Labels.states.name(of: message.state))"
                + "  (version \(message.version))"
        ]
        func add(_ heading: Heading, _ text: String) {
            guard !text.isEmpty else { return }
            lines.append("  " + DisplayWidth.fitted(heading.text, to: 13) + SafeText.line(text))
        }
        add(.reference, draft.externalRef)
        add(.firm, draft.complainant?.legalName ?? "")
        add(.addressee, platform)
        add(.kind, Labels.categories.name(of: draft.category))
        add(.name, draft.title)
        add(.reason, message.stateReason)
        for (place, paragraph) in next.paragraphs().enumerated() {
            add(.deadline, paragraph.joined(separator: " "))
            if place > 0, let last = lines.popLast() {
                lines.append(String(repeating: " ", count: 15) + last.dropFirst(15))
            }
        }
        if let contact = message.platformContact { add(.contact, ValueText.contact(contact)) }
        if let answer = message.responses.last {
            add(
                .answer,
                Labels.answers.name(of: answer.type) + ", "
                    + language.date(milliseconds: answer.givenAtMs))
            for line in SafeText.paragraphs(answer.text).split(separator: "\n") {
                lines.append("    " + line)
            }
        }
        if let verdict = message.verdicts.last {
            add(.verdict, ValueText.verdict(verdict))
        }
        add(.identifier, CaseReference.text(of: message.id))
        return lines
    }

    /// The case's row in a table.
    var row: [String] {
        [
            message.publicNumber, Labels.states.name(of: message.state), next.whoActs,
            next.timeLeft, platform, draft.complainant?.legalName ?? "", draft.title,
        ]
    }

    static var columns: [TextTable.Column] {
        [
            .init(title: Heading.number.text), .init(title: Heading.state.text),
            .init(title: Heading.whoActs.text), .init(title: Heading.left.text, isRight: true),
            .init(title: Heading.platform.text),
            .init(title: Heading.complainant.text, isFlexible: true),
            .init(title: Heading.title.text, isFlexible: true, isOptional: true),
        ]
    }
}
