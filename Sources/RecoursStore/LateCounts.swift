// SPDX-License-Identifier: EUPL-1.2

internal import Synchronization

/// How often work came to its turn too late, since the store's start.
final class LateCounts: Sendable {
    private let overdue = Atomic<UInt64>(0)
    private let stale = Atomic<UInt64>(0)

    func note(_ reason: LateReason) {
        switch reason {
        case .overdue: overdue.add(1, ordering: .relaxed)
        case .stale: stale.add(1, ordering: .relaxed)
        }
    }

    func count(_ reason: LateReason) -> UInt64 {
        switch reason {
        case .overdue: overdue.load(ordering: .relaxed)
        case .stale: stale.load(ordering: .relaxed)
        }
    }
}
