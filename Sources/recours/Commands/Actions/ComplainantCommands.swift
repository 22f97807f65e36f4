// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursMessages

/// `recours restore`.
struct RestoreCommand: ActionCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Take up again a case that you withdrew, within 30 days.",
        discussion: """
            EXAMPLES
              recours restore RC-1234-5678-90-6
            """)

    @OptionGroup var target: CaseArguments

    @Option(help: "Why; may be left out.")
    var reason = ""

    @OptionGroup var options: GlobalOptions

    func action() throws(CommandError) -> Action.Kind {
        .restore(Reason(text: reason))
    }
}

/// `recours reopen`.
struct ReopenCommand: WritingCommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen",
        abstract: "Take a resolved case to a mediator, within 60 days and once.",
        discussion: """
            Needs a new fact: what has happened since.

            EXAMPLES
              recours reopen RC-1234-5678-90-6 --text "Tout a de nouveau disparu."
            """)

    @OptionGroup var target: CaseArguments

    @OptionGroup var words: WritingArguments

    @OptionGroup var options: GlobalOptions

    func action(_ writing: Writing) throws(CommandError) -> Action.Kind {
        .reopen(writing)
    }
}

/// `recours inform`.
struct InformCommand: WritingCommand {
    static let configuration = CommandConfiguration(
        commandName: "inform",
        abstract: "Answer a question, or add to what a case says.",
        discussion: """
            The platform and the mediator read it. Who asked goes on then.

            EXAMPLES
              recours inform RC-1234-5678-90-6 --text "Voici le numéro de la commande : 4711."
              recours inform RC-1234-5678-90-6 --text-file answer.txt
              recours inform RC-1234-5678-90-6 --text "Voici la facture." --evidence facture.pdf
            """)

    @OptionGroup var target: CaseArguments

    @OptionGroup var words: WritingArguments

    @OptionGroup var options: GlobalOptions

    func action(_ writing: Writing) throws(CommandError) -> Action.Kind {
        .addInformation(writing)
    }
}

/// `recours contest`.
struct ContestCommand: WritingCommand {
    static let configuration = CommandConfiguration(
        commandName: "contest",
        abstract: "Say why a case is not inadmissible, within 21 days.",
        discussion: """
            EXAMPLES
              recours contest RC-1234-5678-90-6 --text "Nous avons un mandat signé, que voici." \\
                --evidence mandat.pdf
            """)

    @OptionGroup var target: CaseArguments

    @OptionGroup var words: WritingArguments

    @OptionGroup var options: GlobalOptions

    func action(_ writing: Writing) throws(CommandError) -> Action.Kind {
        .contest(writing)
    }
}

/// `recours readdress`.
struct ReaddressCommand: ActionCommand {
    static let configuration = CommandConfiguration(
        commandName: "readdress",
        abstract: "Address a case to another platform after NOT_CONCERNED.",
        discussion: """
            Twice at most; the new platform's clocks start anew.

            EXAMPLES
              recours readdress RC-1234-5678-90-6 --to other-platform
            """)

    @OptionGroup var target: CaseArguments

    @Option(help: "Platform that should have been addressed.")
    var to: String

    @Option(help: "Why; may be left out.")
    var reason = ""

    @OptionGroup var options: GlobalOptions

    func action() throws(CommandError) -> Action.Kind {
        .readdress(Readdress(platformID: to, reason: reason))
    }
}

/// `recours disclose`.
struct DiscloseCommand: ActionCommand {
    static let configuration = CommandConfiguration(
        commandName: "disclose",
        abstract: "Show the platform more of who complains; never less.",
        discussion: """
            EXAMPLES
              recours disclose RC-1234-5678-90-6 --as identified
            """)

    @OptionGroup var target: CaseArguments

    @Option(name: .customLong("as"), help: "PSEUDONYM or IDENTIFIED.")
    var level: String

    @OptionGroup var options: GlobalOptions

    func action() throws(CommandError) -> Action.Kind {
        .raiseDisclosure(try value(level, Labels.disclosures, .disclosure))
    }
}
