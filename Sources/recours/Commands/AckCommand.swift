// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursClient
internal import RecoursMessages

/// `recours ack`.
struct AckCommand: RecoursCommand {
    static let configuration = CommandConfiguration(
        commandName: "ack",
        abstract: "Take note of cases, naming who at the platform can be talked to.",
        discussion: """
            EXAMPLES
              recours ack RC-1234-5678-90-6 --contact-name "Marie Durand" \\
                --contact-email marie.durand@platform.example
            """)

    @Argument(help: "Public numbers or identifiers of cases.")
    var references: [String]

    @Option(help: "Name of the person or desk.")
    var contactName: String

    @Option(help: "E-mail address; this or the telephone number is needed.")
    var contactEmail: String?

    @Option(help: "Telephone number, as +33199001234.")
    var contactPhone: String?

    @Option(help: "What the person is.")
    var contactRole: String?

    @Option(help: "When the person can be reached.")
    var contactHours: String?

    @Option(help: "Language of the person, as fr.")
    var contactLanguage: String?

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if contactEmail == nil, contactPhone == nil {
            throw ValidationError(OptionSentence.contactNeeded.text)
        }
        if references.count > 1000 { throw ValidationError(OptionSentence.mostCases.text) }
    }

    func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
        var parsed: [CaseReference] = []
        for text in references { parsed.append(try CaseReference(text)) }
        let client = try options.client()
        var identifiers: [[UInt8]] = []
        for reference in parsed {
            identifiers.append(try await CaseLookup(client: client).identifier(reference))
        }
        let contact = Contact(
            name: contactName, role: contactRole ?? "", email: contactEmail ?? "",
            phone: contactPhone ?? "", hours: contactHours ?? "", language: contactLanguage ?? "")
        let ids = identifiers
        let results = try await calling { () async throws(RecoursError) in
            try await client.inbox.acknowledge(ids, contact: contact)
        }
        if options.json {
            try terminal.printJSON(AcknowledgeCasesResponse(results: results))
        } else {
            for (reference, result) in zip(references, results) {
                terminal.print("\(SafeText.line(reference))  \(AckCommand.text(result))")
            }
        }
        return AckCommand.status(results)
    }

    private static func text(_ result: AcknowledgementResult) -> String {
        switch result.outcome {
        case .acknowledged(let done):
            CommandSentence.changed(
                done.state, version: done.version, isRepeated: done.alreadyAcknowledged
            ).text
        case .refusal(let status):
            CommandSentence.refused(
                SafeText.line(FailureSentence.server(status.code, status.message).text)
            ).text
        case nil: FilingSentence.noOutcome.text
        }
    }

    /// The first refusal's code if all were refused, 3 if some were.
    static func status(_ results: [AcknowledgementResult]) -> ExitStatus {
        let refusals = results.compactMap { result -> StatusCode? in
            if case .refusal(let status) = result.outcome { return status.code }
            return nil
        }
        guard let first = refusals.first else { return .done }
        return refusals.count == results.count ? ExitStatus(first) : .partly
    }
}
