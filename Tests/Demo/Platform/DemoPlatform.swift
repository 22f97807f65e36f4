// SPDX-License-Identifier: EUPL-1.2

internal import Glibc
internal import RecoursClient

/// `demo-platform PROFILE_DIR ENDPOINT POLICY`: a sandbox platform's back end, whole. It pulls its
/// inbox, takes note of every case and answers those that its policy answers.
@main
enum DemoPlatform {
    static func main() async {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, let policy = AnswerPolicy(rawValue: arguments[3]) else {
            let policies = AnswerPolicy.allCases.map(\.rawValue).joined(separator: "|")
            complain("demo-platform PROFILE_DIR ENDPOINT \(policies)")
            exit(64)
        }
        let profile = arguments[1]
        do {
            let client = try RecoursClient(
                endpoint: arguments[2],
                identity: .pem(
                    certificate: "\(profile)/certificate.pem", key: "\(profile)/key.pem"),
                trust: .pem("\(profile)/trust.pem"))
            try await answerInbox(of: client, by: policy)
            await client.drain()
        } catch {
            complain("\(error)")
            exit(1)
        }
    }

    private static func answerInbox(
        of client: RecoursClient, by policy: AnswerPolicy
    ) async throws(RecoursError) {
        let desk = Contact(name: "Service aux vendeurs", email: "vendeurs@plateforme.example.org")
        var cursor: [UInt8] = []
        var noted = 0
        var answered = 0
        while true {
            let page = try await client.inbox.pull(after: cursor, max: 1_000)
            cursor = page.cursor
            let cases = page.entries.filter { $0.kind == .transmitted }.compactMap(\.caseFile)
            if !cases.isEmpty {
                let results = try await client.inbox.acknowledge(cases.map(\.id), contact: desk)
                noted += results.count { $0.isAcknowledged }
            }
            let answers = cases.compactMap { policy.answer(to: $0) }
            for try await result in client.responses.respondAll(answers) {
                // A refused answer is a mistake of this program: it ends.
                _ = try result.outcome.get()
                answered += 1
            }
            if !page.more { break }
        }
        print("took note of \(noted), answered \(answered)")
    }

    private static func complain(_ text: String) {
        let bytes = Array((text + "\n").utf8)
        _ = write(STDERR_FILENO, bytes, bytes.count)
    }
}

extension AcknowledgementResult {
    fileprivate var isAcknowledged: Bool {
        if case .acknowledged = outcome { true } else { false }
    }
}
