// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursClient
internal import RecoursMessages

extension ClaimCommand {
    /// `recours claim withdraw`.
    struct Withdraw: ClaimChangeCommand {
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

        func change(
            _ identifier: [UInt8], _ calls: ClaimCalls
        ) async throws(RecoursError) -> StandingClaim {
            try await calls.withdraw(id: identifier, reason: reason)
        }
    }

    /// `recours claim suspend`.
    struct Suspend: ClaimChangeCommand {
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

        func change(
            _ identifier: [UInt8], _ calls: ClaimCalls
        ) async throws(RecoursError) -> StandingClaim {
            try await calls.suspend(id: identifier, reason: reason)
        }
    }

    /// `recours claim resume`.
    struct Resume: ClaimChangeCommand {
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

        func change(
            _ identifier: [UInt8], _ calls: ClaimCalls
        ) async throws(RecoursError) -> StandingClaim {
            try await calls.resume(id: identifier, reason: reason)
        }
    }
}

/// A command that changes the state of a claim.
protocol ClaimChangeCommand: RecoursCommand {
    var claim: String { get }
    var options: GlobalOptions { get }

    func change(
        _ identifier: [UInt8], _ calls: ClaimCalls
    ) async throws(RecoursError) -> StandingClaim
}

extension ClaimChangeCommand {
    func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
        let identifier = try RecordReference.claim(claim)
        let calls = try options.client().claims
        let claim = try await calling { () async throws(RecoursError) in
            try await change(identifier, calls)
        }
        if options.json {
            try terminal.printJSON(claim)
        } else {
            terminal.print(ClaimSentence.changed(claim.state).text)
        }
        return .done
    }
}
