// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursMessages

/// `recours message`.
struct MessageCommand: WritingCommand {
    static let configuration = CommandConfiguration(
        commandName: "message",
        abstract: "Say something to all parties of an open case.",
        discussion: """
            EXAMPLES
              recours message RC-1234-5678-90-6 --text "Nous attendons votre virement."
            """)

    @OptionGroup var target: CaseArguments

    @OptionGroup var words: WritingArguments

    @OptionGroup var options: GlobalOptions

    func action(_ writing: Writing) throws(CommandError) -> Action.Kind {
        .postMessage(writing)
    }
}

/// `recours note`.
struct NoteCommand: WritingCommand {
    static let configuration = CommandConfiguration(
        commandName: "note",
        abstract: "Tell the mediator something that the other side never reads.",
        discussion: """
            For a case in mediation (law 95-125, article 21-3).

            EXAMPLES
              recours note RC-1234-5678-90-6 --text "Nous accepterions un geste commercial."
            """)

    @OptionGroup var target: CaseArguments

    @OptionGroup var words: WritingArguments

    @OptionGroup var options: GlobalOptions

    func action(_ writing: Writing) throws(CommandError) -> Action.Kind {
        let side: PartySide
        switch try options.viewer().role {
        case .complainant: side = .complainant
        case .platform: side = .platform
        case .mediator, .operator:
            throw CommandError(
                .usage, OptionSentence.forParties, remedy: OptionSentence.useMediateNote)
        }
        return .note(ConfidentialNote(side: side, writing: writing))
    }
}

/// `recours agree`.
struct AgreeCommand: ActionCommand {
    static let configuration = CommandConfiguration(
        commandName: "agree",
        abstract: "Accept the agreement which the mediator proposed.",
        discussion: """
            Once both sides have accepted, all parties read it.

            EXAMPLES
              recours agree RC-1234-5678-90-6
            """)

    @OptionGroup var target: CaseArguments

    @OptionGroup var options: GlobalOptions

    func action() throws(CommandError) -> Action.Kind {
        .answerAgreement(AnswerAgreement(accepted: true))
    }
}

/// `recours decline`.
struct DeclineCommand: ActionCommand {
    static let configuration = CommandConfiguration(
        commandName: "decline",
        abstract: "Decline the agreement which the mediator proposed.",
        discussion: """
            EXAMPLES
              recours decline RC-1234-5678-90-6 --reason "Le délai est trop long."
            """)

    @OptionGroup var target: CaseArguments

    @Option(help: "Why, in 1 to 2,000 characters.")
    var reason: String

    @OptionGroup var options: GlobalOptions

    func action() throws(CommandError) -> Action.Kind {
        .answerAgreement(AnswerAgreement(reason: reason))
    }
}

/// `recours prove`.
struct ProveCommand: WritingCommand {
    static let configuration = CommandConfiguration(
        commandName: "prove",
        abstract: "Say that a promised remedy was carried out.",
        discussion: """
            The complainant has 7 days to confirm or refuse it.

            EXAMPLES
              recours prove RC-1234-5678-90-6 --text "Virement du 3 décembre, référence 4711." \\
                --evidence virement.pdf
            """)

    @OptionGroup var target: CaseArguments

    @OptionGroup var words: WritingArguments

    @OptionGroup var options: GlobalOptions

    func action(_ writing: Writing) throws(CommandError) -> Action.Kind {
        .proveRemedy(writing)
    }
}
