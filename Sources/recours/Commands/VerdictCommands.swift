// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursClient
internal import RecoursMessages

/// What a complainant's word has made of a case.
struct CaseChange: Encodable {
    let id: String
    let state: CaseState
    let version: UInt64

    func show(_ terminal: Terminal) throws(CommandError) {
        if terminal.isJSON {
            try terminal.printJSON(self)
        } else {
            terminal.print(
                CommandSentence.changed(state, version: version, isRepeated: false).text)
        }
    }
}

/// The case that a command is about.
struct CaseArguments: ParsableArguments {
    @Argument(help: "Public number or identifier of the case.")
    var reference: String

    @Flag(help: "The argument is a reference of your own.")
    var ref = false

    @Option(help: "Refuse if the case is no longer at this version.")
    var expectVersion: UInt64 = 0

    func identifier(_ client: RecoursClient) async throws(CommandError) -> [UInt8] {
        try await CaseLookup(client: client).identifier(
            CaseReference(reference, isExternal: ref))
    }
}

/// `recours accept`.
struct AcceptCommand: RecoursCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept",
        abstract: "Accept the platform's answer to a case.",
        discussion: """
            EXAMPLES
              recours accept RC-1234-5678-90-6
              recours accept --ref ADR-0007
            """)

    @OptionGroup var target: CaseArguments
    @OptionGroup var options: GlobalOptions

    func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
        let client = try options.client()
        let identifier = try await target.identifier(client)
        let answer = try await calling { () async throws(RecoursError) in
            try await client.cases.accept(
                id: identifier, expectedVersion: target.expectVersion)
        }
        try CaseChange(
            id: CaseReference.text(of: identifier), state: answer.state, version: answer.version
        ).show(terminal)
        return .done
    }
}

/// `recours refuse`.
struct RefuseCommand: RecoursCommand {
    static let configuration = CommandConfiguration(
        commandName: "refuse",
        abstract: "Refuse the platform's answer: a mediator takes the case.",
        discussion: """
            EXAMPLES
              recours refuse RC-1234-5678-90-6 --reason "Les annonces sont toujours en ligne."
            """)

    @OptionGroup var target: CaseArguments

    @Option(help: "Why, in 1 to 2,000 characters; the platform and the mediator read it.")
    var reason: String

    @OptionGroup var options: GlobalOptions

    func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
        let client = try options.client()
        let identifier = try await target.identifier(client)
        let answer = try await calling { () async throws(RecoursError) in
            try await client.cases.refuse(
                id: identifier, reason: reason, expectedVersion: target.expectVersion)
        }
        try CaseChange(
            id: CaseReference.text(of: identifier), state: answer.state, version: answer.version
        ).show(terminal)
        return .done
    }
}

/// `recours withdraw`.
struct WithdrawCommand: RecoursCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Withdraw a case that is not closed.",
        discussion: """
            EXAMPLES
              recours withdraw RC-1234-5678-90-6
              recours withdraw --ref ADR-0007 --reason "Réglé par téléphone."
            """)

    @OptionGroup var target: CaseArguments

    @Option(help: "Why; may be left out.")
    var reason = ""

    @OptionGroup var options: GlobalOptions

    func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
        let client = try options.client()
        let identifier = try await target.identifier(client)
        let answer = try await calling { () async throws(RecoursError) in
            try await client.cases.withdraw(
                id: identifier, reason: reason, expectedVersion: target.expectVersion)
        }
        try CaseChange(
            id: CaseReference.text(of: identifier), state: answer.state, version: answer.version
        ).show(terminal)
        return .done
    }
}
