// SPDX-License-Identifier: EUPL-1.2

internal import Foundation
internal import PartnersAtWork
internal import RecoursClient

/// `failover-driver PROFILES --server A,B --deadline SECONDS`: partners at work over several
/// servers.
///
/// PROFILES has the profiles `ateliers` and `amazon`. A line for each call at once: `A PLACE
/// MILLISECONDS` for an acknowledged one, with the place in the list of the server that its client
/// is connected to, `E TEXT` for what a caller was shown. Told `end` on standard input it files
/// nothing more, lets all be answered, asks the servers what they have, and prints one JSON object.
@main
enum FailoverDriver {
    static func main() async {
        let arguments = CommandLine.arguments
        guard arguments.count == 6, arguments[2] == "--server", arguments[4] == "--deadline",
            let deadline = Double(arguments[5])
        else {
            complain("usage: failover-driver PROFILES --server A,B --deadline SECONDS")
            exit(64)
        }
        do {
            let profiles = URL(fileURLWithPath: arguments[1], isDirectory: true)
            let servers = arguments[3].split(separator: ",").map(String.init)
            func client(_ partner: String) throws -> RecoursClient {
                let profile = profiles.appendingPathComponent(partner, isDirectory: true)
                return try RecoursClient(
                    endpoint: arguments[3],
                    identity: .pem(
                        certificate: profile.appendingPathComponent("certificate.pem").path,
                        key: profile.appendingPathComponent("key.pem").path),
                    trust: .pem(profile.appendingPathComponent("trust.pem").path)
                ) { $0.defaultDeadline = .seconds(deadline) }
            }
            let ledger = Ledger { outcome in
                switch outcome {
                case .acknowledged(let kind, let milliseconds, let server):
                    // A watch, a long wait and forty at once take the time that they take.
                    guard kind == "submit" || kind == "respond" else { return }
                    let place = server.flatMap(servers.firstIndex) ?? 0
                    say("A \(place) \(milliseconds)")
                case .failed(let text): say("E \(text)")
                }
            }
            let load = Load(
                associations: try (0..<8).map { _ in try client("ateliers") },
                platform: try client("amazon"), rest: .milliseconds(200), ledger: ledger)
            await load.run(until: Task { await toldToEnd() })
            let truth = Truth(
                association: try client("ateliers"), platform: try client("amazon"))
            let report = try await truth.judge(ledger)
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            say(String(decoding: try encoder.encode(report), as: UTF8.self))
        } catch {
            complain("\(error)")
            exit(1)
        }
    }

    /// Reading blocks, which none of the few threads that run tasks may do for long.
    private static func toldToEnd() async {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                while let line = readLine(), line != "end" {}
                continuation.resume()
            }
        }
    }

    private static func say(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }

    private static func complain(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }
}
