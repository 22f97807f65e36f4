// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursMessages

/// How a mediation ends: on the command line of one case, or of many.
struct OutcomeArguments: ParsableArguments {
    @Flag(help: "The case is resolved.")
    var resolved = false

    @Flag(help: "There is no agreement; give --next-step.")
    var noAgreement = false

    @Option(
        help: "What the complainant may do now: a court, a body, an authority; may be repeated.")
    var nextStep: [String] = []

    func outcome(reasons: String) throws(CommandError) -> MediationOutcome {
        guard resolved != noAgreement else {
            throw CommandError(
                .usage, OptionSentence.endNeeded, remedy: OptionSentence.addEnd)
        }
        if noAgreement, nextStep.isEmpty {
            throw CommandError(
                .usage, OptionSentence.nextStepNeeded, remedy: OptionSentence.addNextStep)
        }
        return MediationOutcome(
            result: resolved ? .resolved : .noAgreement, reasons: reasons, nextSteps: nextStep)
    }
}

/// `recours mediate close`.
struct MediateClose: ActionCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Close the mediation, with reasons that everybody reads.",
        discussion: """
            EXAMPLES
              recours mediate close RC-1234-5678-90-6 --resolved \\
                --reasons "Les annonces sont de nouveau en ligne."
              recours mediate close RC-1234-5678-90-6 --no-agreement --reasons-file why.txt \\
                --next-step "Tribunal de commerce de Paris" \\
                --next-step "Organe de règlement certifié (DSA, article 21)"
            """)

    @OptionGroup var target: CaseArguments

    @OptionGroup var end: OutcomeArguments

    @Option(help: "Why it ends so: 1 to 10,000 characters.")
    var reasons: String?

    @Option(help: "File with the reasons, - for the standard input.", completion: .file())
    var reasonsFile: String?

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard (reasons == nil) != (reasonsFile == nil) else {
            throw ValidationError(OptionSentence.reasonsNeeded.text)
        }
    }

    func action() throws(CommandError) -> Action.Kind {
        let text = try reasonsFile.map(WordsArguments.contents) ?? reasons ?? ""
        return .closeMediation(try end.outcome(reasons: text))
    }
}
