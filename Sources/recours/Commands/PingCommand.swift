// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursClient
internal import RecoursMessages

/// `recours ping`.
struct PingCommand: RecoursCommand {
    static let configuration = CommandConfiguration(
        commandName: "ping",
        abstract: "Measure the connection: its making, then calls.",
        discussion: """
            The first call makes the connection: name, TCP, TLS and greeting. The others only go \
            and come.

            EXAMPLES
              recours ping
              recours ping --count 20 --json
            """)

    @Option(name: [.short, .long], help: "How many calls after the first: 1 to 10,000.")
    var count = 4

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard (1...10_000).contains(count) else {
            throw ValidationError("--count is between 1 and 10,000.")
        }
    }

    private struct Report: Encodable {
        let endpoint: String
        /// Connection and first call together, then the calls alone.
        let firstCallMilliseconds: Double
        let calls: Int
        let minimumMilliseconds: Double
        let medianMilliseconds: Double
        let maximumMilliseconds: Double
    }

    func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
        let endpoint = try options.settings().endpoint.value
        let client = try options.client { $0.retry = .off }
        let first = try await measure(client)
        terminal.say("\(endpoint): connected and answered in \(PingCommand.text(first))")
        var times: [Double] = []
        for number in 1...count {
            let time = try await measure(client)
            times.append(time)
            terminal.tell("call \(number): \(PingCommand.text(time))")
        }
        await client.drain(within: .seconds(1))
        times.sort()
        let median = times[times.count / 2]
        if options.json {
            try terminal.printJSON(
                Report(
                    endpoint: endpoint, firstCallMilliseconds: first, calls: count,
                    minimumMilliseconds: times.first ?? 0, medianMilliseconds: median,
                    maximumMilliseconds: times.last ?? 0))
        } else {
            terminal.print(
                "\(count) calls: at least \(PingCommand.text(times.first ?? 0)), "
                    + "half within \(PingCommand.text(median)), "
                    + "at most \(PingCommand.text(times.last ?? 0))")
        }
        return .done
    }

    private func measure(_ client: RecoursClient) async throws(CommandError) -> Double {
        let start = ContinuousClock.now
        _ = try await calling { () async throws(RecoursError) in try await client.health.check() }
        return (ContinuousClock.now - start) / .milliseconds(1)
    }

    /// Two decimals, without a formatter.
    static func text(_ milliseconds: Double) -> String {
        let hundredths = Int((max(0, min(milliseconds, 1e9)) * 100).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) ms"
    }
}

/// `recours health`.
struct HealthCommand: RecoursCommand {
    static let configuration = CommandConfiguration(
        commandName: "health",
        abstract: "Ask whether the server serves.",
        discussion: """
            Exits 0 if it serves, 75 if it only reads or is about to stop.

            EXAMPLES
              recours health
              recours health --json
            """)

    @OptionGroup var options: GlobalOptions

    func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
        let client = try options.client()
        let state = try await calling { () async throws(RecoursError) in
            try await client.health.check()
        }
        if options.json {
            try terminal.printJSON(HealthCheckResponse(state: state))
        } else {
            terminal.print(state.name ?? "\(state.rawValue)")
        }
        return state == .serving ? .done : .temporary
    }
}
