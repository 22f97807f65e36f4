// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursMessages

/// `recours mediate transmit`.
struct MediateTransmit: ActionCommand {
    static let configuration = CommandConfiguration(
        commandName: "transmit",
        abstract: "Send a case on to its platform.",
        discussion: """
            EXAMPLES
              recours mediate transmit RC-1234-5678-90-6
            """)

    @OptionGroup var target: CaseArguments

    @Option(help: "Why; may be left out.")
    var reason = ""

    @OptionGroup var options: GlobalOptions

    func action() throws(CommandError) -> Action.Kind {
        .transmit(Reason(text: reason))
    }
}

/// `recours mediate reject`.
struct MediateReject: ActionCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject",
        abstract: "Close a case as inadmissible; the complainant may contest it.",
        discussion: """
            EXAMPLES
              recours mediate reject RC-1234-5678-90-6 \\
                --because OUT_OF_SCOPE --text "Une question fiscale."
            """)

    @OptionGroup var target: CaseArguments

    @Option(help: "OUT_OF_SCOPE, ABUSIVE, NO_MANDATE, NOT_A_BUSINESS, …")
    var because: String

    @Option(name: [.short, .long], help: "Why, in 1 to 2,000 characters.")
    var text: String

    @OptionGroup var options: GlobalOptions

    func action() throws(CommandError) -> Action.Kind {
        .declareInadmissible(
            Inadmissibility(
                reason: try value(because, Labels.inadmissibilities, .reason), text: text))
    }
}

/// `recours mediate readmit`.
struct MediateReadmit: ActionCommand {
    static let configuration = CommandConfiguration(
        commandName: "readmit",
        abstract: "Take a contested case back.",
        discussion: """
            EXAMPLES
              recours mediate readmit RC-1234-5678-90-6 --reason "Le mandat est au dossier."
            """)

    @OptionGroup var target: CaseArguments

    @Option(help: "Why, in 1 to 2,000 characters.")
    var reason: String

    @OptionGroup var options: GlobalOptions

    func action() throws(CommandError) -> Action.Kind {
        .readmit(Reason(text: reason))
    }
}

/// `recours mediate merge`.
struct MediateMerge: ActionCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Join a case to another which is the same.",
        discussion: """
            EXAMPLES
              recours mediate merge RC-1234-5678-90-6 --into RC-9876-5432-10-5 \\
                --reason "Même décision."
            """)

    @OptionGroup var target: CaseArguments

    @Option(help: "Public number or identifier of the other case.")
    var into: String

    @Option(help: "Why, in 1 to 2,000 characters.")
    var reason: String

    @OptionGroup var options: GlobalOptions

    func action() throws(CommandError) -> Action.Kind {
        var target = MergeTarget(reason: reason)
        switch try CaseReference(into) {
        case .identifier(let bytes): target.caseID = bytes
        case .publicNumber(let number): target.publicNumber = number
        case .external: break
        }
        return .merge(target)
    }
}

/// `recours mediate split`.
struct MediateSplit: ActionCommand {
    static let configuration = CommandConfiguration(
        commandName: "split",
        abstract: "Make a merged case one of its own again.",
        discussion: """
            EXAMPLES
              recours mediate split RC-1234-5678-90-6 --reason "Ce n’est pas la même annonce."
            """)

    @OptionGroup var target: CaseArguments

    @Option(help: "Why, in 1 to 2,000 characters.")
    var reason: String

    @OptionGroup var options: GlobalOptions

    func action() throws(CommandError) -> Action.Kind {
        .split(Reason(text: reason))
    }
}

/// `recours mediate hold`.
struct MediateHold: ActionCommand {
    static let configuration = CommandConfiguration(
        commandName: "hold",
        abstract: "Keep a case from being erased.",
        discussion: """
            EXAMPLES
              recours mediate hold RC-1234-5678-90-6 --reason "Une procédure est en cours."
            """)

    @OptionGroup var target: CaseArguments

    @Option(help: "Why, in 1 to 2,000 characters.")
    var reason: String

    @OptionGroup var options: GlobalOptions

    func action() throws(CommandError) -> Action.Kind {
        .setLegalHold(Reason(text: reason))
    }
}

/// `recours mediate unhold`.
struct MediateUnhold: ActionCommand {
    static let configuration = CommandConfiguration(
        commandName: "unhold",
        abstract: "Let a case be erased again.",
        discussion: """
            EXAMPLES
              recours mediate unhold RC-1234-5678-90-6 --reason "La procédure est close."
            """)

    @OptionGroup var target: CaseArguments

    @Option(help: "Why, in 1 to 2,000 characters.")
    var reason: String

    @OptionGroup var options: GlobalOptions

    func action() throws(CommandError) -> Action.Kind {
        .liftLegalHold(Reason(text: reason))
    }
}
