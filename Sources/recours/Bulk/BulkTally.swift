// SPDX-License-Identifier: EUPL-1.2

internal import Synchronization

/// What became of one case of a file.
enum BulkOutcome: String, Sendable, Encodable, CaseIterable {
    case filed = "FILED"
    /// The server had it already: an earlier run was stopped between filing and answer.
    case alreadyFiled = "ALREADY_FILED"
    /// The journal says that an earlier run filed it; not sent.
    case filedBefore = "FILED_BEFORE"
    case refused = "REFUSED"
    /// Broke rules here; not sent.
    case invalid = "INVALID"
}

/// Counts of a bulk filing, shared by who reads, who files and who shows.
final class BulkTally: Sendable {
    struct Counts: Sendable, Equatable {
        /// Cases in the file.
        var total = 0
        var read = 0
        var outcomes: [BulkOutcome: Int] = [:]

        subscript(outcome: BulkOutcome) -> Int { outcomes[outcome] ?? 0 }

        /// Cases of which the outcome is known.
        var settled: Int { outcomes.values.reduce(0, +) }
        /// Cases on the server, whoever brought them there.
        var onServer: Int { self[.filed] + self[.alreadyFiled] + self[.filedBefore] }
    }

    private let state: Mutex<Counts>

    init(total: Int) {
        state = Mutex(Counts(total: total))
    }

    var counts: Counts { state.withLock { $0 } }

    func countRead() {
        state.withLock { $0.read += 1 }
    }

    func count(_ outcome: BulkOutcome) {
        state.withLock { $0.outcomes[outcome, default: 0] += 1 }
    }
}
