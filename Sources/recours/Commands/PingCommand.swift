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
            and come. Of several servers it tells which one answered.

            EXAMPLES
              recours ping
              recours ping --count 20 --json
            """)

    @Option(name: [.short, .long], help: "How many calls after the first: 1 to 10,000.")
    var count = 4

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard (1...10_000).contains(count) else {
            throw ValidationError(OptionSentence.callCount.text)
        }
    }

    private struct Report: Encodable {
        let endpoint: String
        /// Which of several answered.
        let server: String
        /// Connection and first call together, then the calls alone.
        let firstCallMilliseconds: Double
        let calls: Int
        let minimumMilliseconds: Double
        let medianMilliseconds: Double
        let maximumMilliseconds: Double
        let sandbox: Bool
        let clockHeld: Bool
    }

    func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
        let endpoint = try options.settings().endpoint.value
        let client = try options.client { $0.retry = .off }
        let (first, health) = try await measure(client)
        let server = client.server ?? endpoint
        terminal.say(ServerSentence.connected(server, milliseconds: PingCommand.text(first)).text)
        var times: [Double] = []
        for number in 1...count {
            let (time, _) = try await measure(client)
            times.append(time)
            terminal.tell(ServerSentence.call(number, milliseconds: PingCommand.text(time)).text)
        }
        await client.drain(within: .seconds(1))
        times.sort()
        let median = times[times.count / 2]
        if options.json {
            try terminal.printJSON(
                Report(
                    endpoint: endpoint, server: server, firstCallMilliseconds: first, calls: count,
                    minimumMilliseconds: times.first ?? 0, medianMilliseconds: median,
                    maximumMilliseconds: times.last ?? 0, sandbox: health.sandbox,
                    clockHeld: health.clockHeld))
        } else {
            terminal.print(
                ServerSentence.calls(
                    count, least: PingCommand.text(times.first ?? 0),
                    median: PingCommand.text(median), most: PingCommand.text(times.last ?? 0)
                ).text)
            ServerSentence.remarks(on: health).forEach { terminal.print($0.text) }
        }
        return .done
    }

    private func measure(
        _ client: RecoursClient
    ) async throws(CommandError) -> (milliseconds: Double, HealthCheckResponse) {
        let start = ContinuousClock.now
        let health = try await calling { () async throws(RecoursError) in
            try await client.health.report()
        }
        return ((ContinuousClock.now - start) / .milliseconds(1), health)
    }

    /// Two decimals, without a formatter.
    static func text(_ milliseconds: Double) -> String {
        let hundredths = Int((max(0, min(milliseconds, 1e9)) * 100).rounded())
        let rest = hundredths % 100
        let point = Language.current == .french ? "," : "."
        return "\(hundredths / 100)\(point)\(rest < 10 ? "0" : "")\(rest) ms"
    }
}

/// `recours health`.
struct HealthCommand: RecoursCommand {
    static let configuration = CommandConfiguration(
        commandName: "health",
        abstract: "Ask whether the server serves, and what it says of its clock.",
        discussion: """
            Exits 0 if it serves, 75 if it only reads or is about to stop.

            EXAMPLES
              recours health
              recours health --json
            """)

    @OptionGroup var options: GlobalOptions

    func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
        let client = try options.client()
        let health = try await calling { () async throws(RecoursError) in
            try await client.health.report()
        }
        if options.json {
            try terminal.printJSON(health)
        } else {
            terminal.print(Labels.servings.name(of: health.state))
            ServerSentence.remarks(on: health).forEach { terminal.print($0.text) }
        }
        return health.state == .serving ? .done : .temporary
    }
}
