// SPDX-License-Identifier: EUPL-1.2

internal import RecoursClient
internal import Synchronization

/// What partners were told while the network was bad: the side of the promises.
package final class Ledger: Sendable {
    package struct Entries {
        /// Acknowledged filings: the title, which is unique, and the case.
        package var filed: [String: [UInt8]] = [:]
        /// Titles of all filings that were tried.
        package var tried: Set<String> = []
        /// Cases whose acknowledgement and answer by the platform were acknowledged.
        package var answered: Set<[UInt8]> = []
        /// What the watch showed, in its order.
        package var watched: [Sight] = []
        package var errors: [String] = []
        /// Milliseconds, by the kind of call.
        package var latencies: [String: [Double]] = [:]
    }

    /// What became of one call.
    package enum Outcome: Sendable {
        /// By the server to which its client is connected then.
        case acknowledged(kind: String, milliseconds: Double, server: String?)
        case failed(String)
    }

    private let entries = Mutex(Entries())
    private let tell: @Sendable (Outcome) -> Void

    /// - Parameter tell: told of each call at once.
    package init(_ tell: @escaping @Sendable (Outcome) -> Void = { _ in }) {
        self.tell = tell
    }

    package var contents: Entries { entries.withLock { $0 } }

    func note(_ change: (inout sending Entries) -> Void) {
        entries.withLock { change(&$0) }
    }

    /// What a caller was shown that should not have been.
    func noteFailure(_ text: String) {
        note { $0.errors.append(text) }
        tell(.failed(text))
    }

    /// Makes the call and keeps how long it took, or why it failed.
    func time<Answer: Sendable>(
        _ kind: String, by client: RecoursClient, _ call: () async throws(RecoursError) -> Answer
    ) async -> Answer? {
        let begun = ContinuousClock.now
        do throws(RecoursError) {
            let answer = try await call()
            let took = (ContinuousClock.now - begun) / .milliseconds(1)
            note { $0.latencies[kind, default: []].append(took) }
            tell(.acknowledged(kind: kind, milliseconds: took, server: client.server))
            return answer
        } catch {
            // Being told to stop is no failure of the network's.
            if !Task.isCancelled {
                noteFailure("\(kind): \(error.code) after \(error.attempts): \(error.message)")
            }
            return nil
        }
    }
}

/// An inbox entry as far as two ways of reading must agree on it.
package struct Sight: Equatable {
    let kind: EventKind
    let caseID: [UInt8]

    init(_ entry: InboxEntry) {
        kind = entry.kind
        caseID = entry.caseFile?.id ?? []
    }
}
