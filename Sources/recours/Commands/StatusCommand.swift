// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursClient
internal import RecoursMessages

/// `recours status`.
struct StatusCommand: RecoursCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show where cases stand: state, who must act, days left, last answer.",
        discussion: """
            EXAMPLES
              recours status RC-1234-5678-90-6
              recours status --ref ADR-0007 --events
              recours status rc12345678903 --json
            """)

    @Argument(help: "Public numbers or identifiers of cases.")
    var references: [String]

    @Flag(help: "The arguments are references of your own.")
    var ref = false

    @Flag(help: "Show what happened, oldest first.")
    var events = false

    @OptionGroup var options: GlobalOptions

    func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
        // All are read before the first is asked for: a slip in the third is told at once.
        var parsed: [CaseReference] = []
        for text in references { parsed.append(try CaseReference(text, isExternal: ref)) }
        let client = try options.client()
        var missing: [CommandError] = []
        var answers: [GetCaseResponse] = []
        for (name, reference) in zip(references, parsed) {
            do throws(CommandError) {
                answers.append(try await answer(reference, client))
            } catch {
                guard parsed.count > 1, error.status == .notFound else { throw error }
                terminal.report(error.about(name))
                missing.append(error)
            }
        }
        try show(answers, try await options.viewer(client), terminal)
        guard let first = missing.first else { return .done }
        return answers.isEmpty ? first.status : .partly
    }

    private func answer(
        _ reference: CaseReference, _ client: RecoursClient
    ) async throws(CommandError) -> GetCaseResponse {
        let found = try await CaseLookup(client: client).find(reference)
        guard events else { return GetCaseResponse(caseFile: found) }
        let history = try await calling { () async throws(RecoursError) in
            try await client.cases.history(id: found.id)
        }
        return GetCaseResponse(caseFile: history.case, events: history.events)
    }

    private func show(
        _ answers: [GetCaseResponse], _ viewer: Viewer, _ terminal: Terminal
    ) throws(CommandError) {
        if options.json {
            // One case is one document, as one would expect; several are a list.
            if references.count == 1, let only = answers.first {
                try terminal.printJSON(only)
            } else {
                try terminal.printJSON(answers)
            }
            return
        }
        for (place, answer) in answers.enumerated() {
            if place > 0 { terminal.print("") }
            guard let message = answer.caseFile else { continue }
            CaseView(message, for: viewer, now: Clock.now).lines().forEach(terminal.print)
            guard !answer.events.isEmpty else { continue }
            let timeline = Timeline(answer.events)
            timeline.lines(width: terminal.readingWidth, ink: terminal.ink)
                .forEach(terminal.print)
        }
    }
}
