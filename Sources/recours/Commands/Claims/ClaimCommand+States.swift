// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursClient
internal import RecoursMessages

extension ClaimCommand {
    /// `recours claim withdraw`.
    struct Withdraw: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "Withdraw a claim of yours, for good.",
            discussion: """
                What was reported before is still answered.

                EXAMPLES
                  recours claim withdraw 0190a1b2-… --reason "La collection est arrêtée."
                """)

        @Argument(help: "Identifier of the claim.")
        var claim: String

        @Option(help: "Why; at most 2,000 characters.")
        var reason = ""

        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let reason = reason
            return try await ClaimCommand.change(claim, options, terminal) {
                client, identifier async throws(RecoursError) in
                try await client.claims.withdraw(id: identifier, reason: reason)
            }
        }
    }

    /// `recours claim suspend`.
    struct Suspend: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "Suspend a claim: nothing is reported until it is resumed; for mediators.",
            discussion: """
                EXAMPLES
                  recours claim suspend 0190a1b2-… --reason "Le droit est contesté."
                """)

        @Argument(help: "Identifier of the claim.")
        var claim: String

        @Option(help: "Why; its holder reads it.")
        var reason: String

        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let reason = reason
            return try await ClaimCommand.change(claim, options, terminal) {
                client, identifier async throws(RecoursError) in
                try await client.claims.suspend(id: identifier, reason: reason)
            }
        }
    }

    /// `recours claim resume`.
    struct Resume: RecoursCommand {
        static let configuration = CommandConfiguration(
            abstract: "Resume a suspended or throttled claim; for mediators.",
            discussion: """
                What was wrong in it is counted from 0 again.

                EXAMPLES
                  recours claim resume 0190a1b2-… --reason "Le droit est établi."
                """)

        @Argument(help: "Identifier of the claim.")
        var claim: String

        @Option(help: "Why; its holder reads it.")
        var reason: String

        @OptionGroup var options: GlobalOptions

        func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
            let reason = reason
            return try await ClaimCommand.change(claim, options, terminal) {
                client, identifier async throws(RecoursError) in
                try await client.claims.resume(id: identifier, reason: reason)
            }
        }
    }

    private static func change(
        _ text: String, _ options: GlobalOptions, _ terminal: Terminal,
        _ body: (RecoursClient, [UInt8]) async throws(RecoursError) -> StandingClaim
    ) async throws(CommandError) -> ExitStatus {
        let identifier = try RecordReference.claim(text)
        let client = try options.client()
        let claim = try await calling { () async throws(RecoursError) in
            try await body(client, identifier)
        }
        if options.json {
            try terminal.printJSON(claim)
        } else {
            terminal.print(ClaimSentence.changed(claim.state).text)
        }
        return .done
    }
}
