// SPDX-License-Identifier: EUPL-1.2

internal import RecoursClient
internal import Synchronization

/// What partners were told while the network was bad: the side of the promises.
final class Ledger: Sendable {
    struct Entries {
        /// Acknowledged filings: the title, which is unique, and the case.
        var filed: [String: [UInt8]] = [:]
        /// Titles of all filings that were tried.
        var tried: Set<String> = []
        /// Cases whose acknowledgement and answer by the platform were acknowledged.
        var answered: Set<[UInt8]> = []
        /// What the watch showed, in its order.
        var watched: [Sight] = []
        var errors: [String] = []
        /// Milliseconds, by the kind of call.
        var latencies: [String: [Double]] = [:]
    }

    private let entries = Mutex(Entries())

    var contents: Entries { entries.withLock { $0 } }

    func note(_ change: (inout sending Entries) -> Void) {
        entries.withLock { change(&$0) }
    }

    /// Makes the call and keeps how long it took, or why it failed.
    func time<Answer: Sendable>(
        _ kind: String, _ call: () async throws(RecoursError) -> Answer
    ) async -> Answer? {
        let begun = ContinuousClock.now
        do throws(RecoursError) {
            let answer = try await call()
            let took = (ContinuousClock.now - begun) / .milliseconds(1)
            note { $0.latencies[kind, default: []].append(took) }
            return answer
        } catch {
            // Being told to stop is no failure of the network's.
            if !Task.isCancelled {
                let text = "\(kind): \(error.code) after \(error.attempts): \(error.message)"
                note { $0.errors.append(text) }
            }
            return nil
        }
    }
}

/// An inbox entry as far as two ways of reading must agree on it.
struct Sight: Equatable {
    let kind: EventKind
    let caseID: [UInt8]

    init(_ entry: InboxEntry) {
        kind = entry.kind
        caseID = entry.caseFile?.id ?? []
    }
}
