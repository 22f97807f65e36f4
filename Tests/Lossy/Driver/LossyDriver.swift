// SPDX-License-Identifier: EUPL-1.2

internal import Foundation
internal import PartnersAtWork
internal import RecoursClient

/// `lossy-driver WORK_DIR PATH SECONDS [CONTROL]`: partners at work over a bad network.
///
/// WORK_DIR has the profiles `ateliers` and `amazon`. PATH is the server's address through what
/// loses, delays and cuts. When the work is over it says `done`, reads from standard input where
/// the server is without all that, asks it for the truth, and prints one JSON object; judging it
/// is the caller's work. CONTROL breaks the
/// SDK's promise on purpose: `no-retries` leaves the user alone with each failure, `new-keys` makes
/// him repeat what failed under another key.
@main
enum LossyDriver {
    static func main() async {
        let arguments = CommandLine.arguments
        guard arguments.count == 4 || arguments.count == 5, let seconds = Double(arguments[3])
        else {
            complain("usage: lossy-driver WORK_DIR PATH SECONDS [no-retries|new-keys]")
            exit(64)
        }
        do {
            let control = arguments.count == 5 ? Control(rawValue: arguments[4]) : nil
            let work = URL(fileURLWithPath: arguments[1], isDirectory: true)
            let load = Load(
                associations: [try client(work, "ateliers", arguments[2], control)],
                platform: try client(work, "amazon", arguments[2], control),
                attempts: control == .newKeys ? 5 : 1)
            await load.run(until: Task { try? await Task.sleep(for: .seconds(seconds)) })
            print("done")
            fflush(nil)
            guard let direct = readLine() else { exit(65) }
            let truth = Truth(
                association: try client(work, "ateliers", direct),
                platform: try client(work, "amazon", direct))
            let report = try await truth.judge(load.ledger)
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            print(String(decoding: try encoder.encode(report), as: UTF8.self))
        } catch {
            complain("\(error)")
            exit(1)
        }
    }

    private static func client(
        _ work: URL, _ partner: String, _ endpoint: String, _ control: Control? = nil
    ) throws -> RecoursClient {
        let profile = work.appendingPathComponent(partner, isDirectory: true)
        return try RecoursClient(
            endpoint: endpoint,
            identity: .pem(
                certificate: profile.appendingPathComponent("certificate.pem").path,
                key: profile.appendingPathComponent("key.pem").path),
            trust: .pem(profile.appendingPathComponent("trust.pem").path)
        ) { configuration in
            if control != nil { configuration.retry = .off }
        }
    }

    private static func complain(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }
}

/// What is broken on purpose.
enum Control: String {
    case noRetries = "no-retries"
    case newKeys = "new-keys"
}
