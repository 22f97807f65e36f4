// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursClient

/// `recours doctor`.
struct DoctorCommand: RecoursCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Find out what is wrong between here and the server.",
        discussion: """
            Looks at the profile, the key's permissions, the certificate's dates, the name, TCP, \
            TLS, who the server takes you for, and the clocks; of several servers at the way to \
            each. Exits 1 if something fails.

            EXAMPLES
              recours doctor
              recours doctor --profile amazon --json
            """)

    @OptionGroup var options: GlobalOptions

    func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
        var findings: [Finding] = []
        do throws(CommandError) {
            let settings = try options.settings()
            findings.append(
                .ok(
                    .profile,
                    .settingFrom(settings.endpoint.value, origin: settings.endpoint.origin.sentence)
                ))
            findings += await look(settings)
        } catch {
            findings.append(.fail(.profile, .said(error.message), .said(error.remedy)))
        }
        if options.json {
            try terminal.printJSON(findings)
        } else {
            for finding in findings { DoctorCommand.show(finding, terminal) }
        }
        return findings.contains { $0.verdict == .fail } ? .failed : .done
    }

    private func look(_ settings: ConnectionSettings) async -> [Finding] {
        let seconds = Clock.milliseconds / 1000
        var findings = IdentityChecks(settings: settings, nowSeconds: seconds).run()
        let endpoints: [Endpoint]
        do throws(RecoursError) {
            endpoints = try Endpoint.list(settings.endpoint.value)
        } catch {
            findings.append(
                .fail(
                    .endpoint,
                    .said(ValueSentence.isNo(settings.endpoint.value, noun: .endpoint).text),
                    .said(ValueSentence.endpointForm.text)))
            return findings
        }
        let isSound = !findings.contains { $0.verdict == .fail }
        let ways = endpoints.map { NetworkChecks($0).run() }
        findings += ways.joined()
        // What lies below has failed: a call could only say so less clearly.
        let isOpen = ways.contains { way in !way.contains { $0.verdict == .fail } }
        guard isSound, isOpen else { return findings }
        do throws(CommandError) {
            let client = try options.client {
                $0.retry = .off
                $0.readiness = .failFast
            }
            findings += await ServerChecks(client: client).run()
            await client.drain(within: .seconds(1))
        } catch {
            findings.append(.fail(.call, .said(error.message), .said(error.remedy)))
        }
        return findings
    }

    private static func show(_ finding: Finding, _ terminal: Terminal) {
        let word = finding.verdict.sentence.text

        let colour =
            switch finding.verdict {
            case .ok: "32"
            case .warning: "33"
            case .fail: "31"
            }
        let padded = DisplayWidth.fitted(word, to: 9)
        let label = terminal.colours.output ? "\u{1B}[\(colour)m\(padded)\u{1B}[0m" : padded
        terminal.print(
            "\(label)  \(DisplayWidth.fitted(finding.check.text, to: 11))  "
                + SafeText.line(finding.text))
        if !finding.remedy.isEmpty {
            terminal.print(String(repeating: " ", count: 24) + SafeText.line(finding.remedy))
        }
    }
}
