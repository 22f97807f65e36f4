// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursClient
internal import RecoursMessages

/// `recours show`.
struct ShowCommand: RecoursCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Read a whole case: what it is, what happens next, what happened.",
        discussion: """
            Says who must act, by when, how many days are left and what happens if nobody does; \
            then the facts, the timeline, the answers with their reasons, the mediation as far as \
            you may see it, and what you may do now.

            EXAMPLES
              recours show RC-1234-5678-90-6
              recours show --ref ADR-0007 --lang fr
              recours show RC-1234-5678-90-6 --json
              recours show RC-1234-5678-90-6 --identity "Appel prévu avec l’entreprise."
            """)

    @Argument(help: "Public number or identifier of the case.")
    var reference: String

    @Flag(help: "The argument is a reference of your own.")
    var ref = false

    @Option(
        help: ArgumentHelp(
            "Mediators: also show who complains; why is logged, and the firm can read it.",
            valueName: "why"))
    var identity: String?

    @OptionGroup var options: GlobalOptions

    private struct Report: Encodable {
        let caseFile: Case
        let events: [Event]
        let next: [Step]
    }

    /// A next step for programs.
    private struct Step: Encodable {
        let task: String
        let party: PartyKind
        let dueAtMs: Int64?
        let daysLeft: Int?
        let otherwise: String

        init(_ step: NextStep) {
            task = "\(step.task)"
            party = step.party
            dueAtMs = step.dueAtMs
            daysLeft = step.dueAtMs.map { Clock.daysLeft(until: $0, now: Clock.now) }
            otherwise = "\(step.otherwise)"
        }
    }

    func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
        let parsed = try CaseReference(reference, isExternal: ref)
        let client = try options.client()
        let viewer = try await options.viewer(client)
        let identifier = try await CaseLookup(client: client).identifier(parsed)
        var history = try await calling { () async throws(RecoursError) in
            try await client.cases.history(id: identifier)
        }
        if let identity {
            history.case = try await calling { () async throws(RecoursError) in
                try await client.cases.getWithIdentity(id: identifier, reason: identity)
            }
        }
        if options.json {
            try terminal.printJSON(
                Report(
                    caseFile: history.case, events: history.events,
                    next: NextStep.steps(of: history.case).map(Step.init)))
            return .done
        }
        CasePage(
            history.case, events: history.events, for: viewer, now: Clock.now,
            width: terminal.width, ink: terminal.ink
        ).lines().forEach(terminal.print)
        return .done
    }
}
