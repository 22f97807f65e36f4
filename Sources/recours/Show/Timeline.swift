// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

/// What happened in a case, oldest first, as somebody reads it.
struct Timeline: Sendable {
    /// One event: a line, and the words that go with it.
    struct Entry: Equatable, Sendable {
        let when: String
        let who: String
        let what: String
        /// Other people's words, not yet made harmless.
        let text: String
        /// Of the clock, and worth less attention than what people did.
        var isQuiet = false
    }

    let entries: [Entry]

    init(_ events: [Event]) {
        entries = events.map(Timeline.entry)
    }

    static func entry(_ event: Event) -> Entry {
        let (summary, text) = content(of: event)
        let name = Labels.events.name(of: event.kind)
        return Entry(
            when: Language.current.instant(event.atMs), who: ValueText.partner(event.actor),
            what: summary.isEmpty ? name : "\(name) : \(summary)".spacedForLanguage, text: text,
            isQuiet: event.kind == .reminded)
    }

    /// What an event's line adds to its name, and the words under it.
    private static func content(of event: Event) -> (summary: String, text: String) {
        switch event.payload {
        case .submitted(let draft), .saved(let draft): return (draft.title, "")
        case .acknowledged(let contact): return (ValueText.contact(contact), "")
        case .responded(let answer):
            return (
                ([Labels.answers.name(of: answer.type)]
                    + answer.remedies.map(ValueText.remedy)).joined(separator: ", "), answer.text
            )
        case .verdict(let verdict): return ("", verdict.reason)
        case .reason(let reason): return ("", reason)
        case .writing(let writing): return ("", writing.text + ValueText.files(of: writing))
        case .inadmissibility(let given):
            return (Labels.inadmissibilities.name(of: given.reason), given.text)
        case .merged(let target): return (target.publicNumber, target.reason)
        case .readdressed(let change):
            return (
                CaseSentence.readdressed(from: change.fromPlatformID, to: change.toPlatformID)
                    .text, change.reason
            )
        case .deadline(let mark):
            return mark.stage == .unspecified
                ? (Labels.clocks.name(of: mark.kind), "")
                : (CaseSentence.reminder(mark.kind, mark.stage).text, "")
        case .note(let note):
            return (
                CaseSentence.noteBetween(note.side, isByMediator: note.byMediator).text,
                note.writing.map { $0.text + ValueText.files(of: $0) } ?? ""
            )
        case .agreementAnswer(let answer):
            return (Labels.sides.name(of: answer.side), answer.reason)
        case .outcome(let outcome):
            return (Labels.results.name(of: outcome.result), outcome.reasons)
        case .disclosure(let level): return (Labels.disclosures.name(of: level), "")
        case .flag(let flag):
            return (
                Labels.flags.name(of: flag.kind) + ", " + flag.linkedCases.joined(separator: ", "),
                ""
            )
        case nil: return ("", "")
        }
    }

    /// Lines: date, actor and event, the words wrapped under them.
    func lines(width: Int, ink: Ink) -> [String] {
        let dateWidth = entries.map { DisplayWidth.of($0.when) }.max() ?? 0
        // Three tenths: a partner of a longer name is cut, not all that it did.
        let whoWidth = min(width * 3 / 10, entries.map { DisplayWidth.of($0.who) }.max() ?? 0)
        let indent = 2 + dateWidth + 2
        return entries.flatMap { entry -> [String] in
            let when = DisplayWidth.fitted(entry.when, to: dateWidth)
            let who = DisplayWidth.fitted(SafeText.line(entry.who), to: whoWidth)
            let head = "  " + when + "  " + who + "  "
            let whatIndent = DisplayWidth.of(head)
            var what = Paragraph.lines(
                SafeText.line(entry.what), indent: whatIndent, width: width)
            let first = what.isEmpty ? "" : String(what.removeFirst().dropFirst(whatIndent))
            let colour: Ink.Colour? = entry.isQuiet ? .dim : nil
            let top =
                "  " + ink.paint(when, .dim) + "  " + ink.paint(who, .dim) + "  "
                + ink.paint(first, colour ?? .bold)
            return [top] + what.map { ink.paint($0, colour) }
                + Paragraph.lines(entry.text, indent: indent, width: width)
        }
    }
}

extension String {
    /// French puts a space before a colon, English doesn't.
    fileprivate var spacedForLanguage: String {
        Language.current == .french ? self : replacing(" : ", with: ": ", maxReplacements: 1)
    }
}
