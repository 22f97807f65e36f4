// SPDX-License-Identifier: EUPL-1.2

import RecoursClient

/// Works off a platform's inbox: takes note of every case, answers, and remembers how far it came.
public struct Desk: Sendable {
    /// What one round did.
    public struct Tally: Sendable, Hashable {
        /// Cases of which note was taken.
        public var acknowledged = 0
        /// Cases that were answered.
        public var answered = 0
        /// Cases left for later, by policy.
        public var leftSilent = 0
        /// Answers that Recours refused.
        public var refused = 0

        /// Nothing done yet.
        public init() {}
    }

    private let client: RecoursClient
    private let policy: AnswerPolicy

    /// A desk that works through this client.
    public init(client: RecoursClient, policy: AnswerPolicy) {
        self.client = client
        self.policy = policy
    }

    /// Takes what came after the cursor until nothing more is there. Keep the cursor returned where
    /// the answers are kept: going on from it misses nothing and repeats nothing.
    public func workOff(
        after start: [UInt8] = []
    ) async throws(RecoursError) -> (tally: Tally, cursor: [UInt8]) {
        var tally = Tally()
        var cursor = start
        while true {
            let page = try await client.inbox.pull(after: cursor, max: 200)
            let new = page.entries.filter { $0.kind == .transmitted }.compactMap(\.caseFile)
            try await handle(new, &tally)
            cursor = page.cursor
            if !page.more { return (tally, cursor) }
        }
    }

    private func handle(_ cases: [Case], _ tally: inout Tally) async throws(RecoursError) {
        guard !cases.isEmpty else { return }
        let noted = try await client.inbox.acknowledge(
            cases.map(\.id), contact: AnswerPolicy.contact)
        for case .acknowledged in noted.compactMap(\.outcome) { tally.acknowledged += 1 }
        var requests: [RespondRequest] = []
        for (place, one) in cases.enumerated() {
            if policy.silentEvery > 0, place % policy.silentEvery == policy.silentEvery - 1 {
                tally.leftSilent += 1
                continue
            }
            // The case's own identifier names the answer: a desk that starts again answers once.
            var response = policy.answer(to: one)
            response.responseID = one.id
            requests.append(RespondRequest(caseID: one.id, response: response))
        }
        for try await result in client.responses.respondAll(requests) {
            switch result.outcome {
            case .success: tally.answered += 1
            case .failure(let error):
                tally.refused += 1
                print("refused: \(error)")
            }
        }
    }
}
