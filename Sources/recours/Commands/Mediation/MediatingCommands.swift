// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursMessages

/// `recours mediate take`.
struct MediateTake: ActionCommand {
    static let configuration = CommandConfiguration(
        commandName: "take",
        abstract: "Take over a case, or become the mediator in charge.",
        discussion: """
            Any case that reached a platform, also a closed one.

            EXAMPLES
              recours mediate take RC-1234-5678-90-6 --reason "La plateforme se tait."
            """)

    @OptionGroup var target: CaseArguments

    @Option(help: "Why, in 1 to 2,000 characters.")
    var reason: String

    @OptionGroup var options: GlobalOptions

    func action() throws(CommandError) -> Action.Kind {
        .takeOver(Reason(text: reason))
    }
}

/// `recours mediate say`.
struct MediateSay: WritingCommand {
    static let configuration = CommandConfiguration(
        commandName: "say",
        abstract: "Say something to all parties.",
        discussion: """
            The first one ends the clock of the mediator's first word.

            EXAMPLES
              recours mediate say RC-1234-5678-90-6 --text "Je vous propose un échange jeudi."
            """)

    @OptionGroup var target: CaseArguments

    @OptionGroup var words: WritingArguments

    @OptionGroup var options: GlobalOptions

    func action(_ writing: Writing) throws(CommandError) -> Action.Kind {
        .makeStatement(writing)
    }
}

/// `recours mediate ask`.
struct MediateAsk: WritingCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask",
        abstract: "Ask the complainant something; the clocks stand still meanwhile.",
        discussion: """
            14 days to answer; two questions a case.

            EXAMPLES
              recours mediate ask RC-1234-5678-90-6 --text "Depuis quand le compte est-il fermé ?"
            """)

    @OptionGroup var target: CaseArguments

    @OptionGroup var words: WritingArguments

    @OptionGroup var options: GlobalOptions

    func action(_ writing: Writing) throws(CommandError) -> Action.Kind {
        .requestInformation(writing)
    }
}

/// `recours mediate note`.
struct MediateNote: WritingCommand {
    static let configuration = CommandConfiguration(
        commandName: "note",
        abstract: "Write to one side alone.",
        discussion: """
            EXAMPLES
              recours mediate note RC-1234-5678-90-6 --to platform --text "Quel geste feriez-vous ?"
            """)

    @OptionGroup var target: CaseArguments

    @Option(help: "complainant or platform.")
    var to: String

    @OptionGroup var words: WritingArguments

    @OptionGroup var options: GlobalOptions

    func action(_ writing: Writing) throws(CommandError) -> Action.Kind {
        .note(
            ConfidentialNote(
                side: try value(to, Labels.sides, .side), writing: writing))
    }
}

/// `recours mediate propose`.
struct MediatePropose: WritingCommand {
    static let configuration = CommandConfiguration(
        commandName: "propose",
        abstract: "Propose an agreement to both sides.",
        discussion: """
            Confidential until both have accepted; a new one takes the place of the last.

            EXAMPLES
              recours mediate propose RC-1234-5678-90-6 --text-file agreement.txt
            """)

    @OptionGroup var target: CaseArguments

    @OptionGroup var words: WritingArguments

    @OptionGroup var options: GlobalOptions

    func action(_ writing: Writing) throws(CommandError) -> Action.Kind {
        .proposeAgreement(writing)
    }
}

/// `recours mediate extend`.
struct MediateExtend: ActionCommand {
    static let configuration = CommandConfiguration(
        commandName: "extend",
        abstract: "Let the mediation take 180 days instead of 90.",
        discussion: """
            EXAMPLES
              recours mediate extend RC-1234-5678-90-6 --reason "Une expertise est en cours."
            """)

    @OptionGroup var target: CaseArguments

    @Option(help: "Why, in 1 to 2,000 characters.")
    var reason: String

    @OptionGroup var options: GlobalOptions

    func action() throws(CommandError) -> Action.Kind {
        .extendMediation(Reason(text: reason))
    }
}

/// `recours mediate recuse`.
struct MediateRecuse: ActionCommand {
    static let configuration = CommandConfiguration(
        commandName: "recuse",
        abstract: "Give a case up for a conflict of interest.",
        discussion: """
            It is another mediator's from now on, for good.

            EXAMPLES
              recours mediate recuse RC-1234-5678-90-6 --reason "J’ai conseillé cette entreprise."
            """)

    @OptionGroup var target: CaseArguments

    @Option(help: "Why, in 1 to 2,000 characters.")
    var reason: String

    @OptionGroup var options: GlobalOptions

    func action() throws(CommandError) -> Action.Kind {
        .recuse(Reason(text: reason))
    }
}
