// SPDX-License-Identifier: EUPL-1.2

internal import Synchronization

/// How near the memory's end is, and what is given up for it (security.md §4.4).
final class MemoryPressure: Sendable {
    /// In the order in which they are reached; each gives up what the one before does, too.
    enum Level: UInt8, Sendable, Comparable, CaseIterable {
        case none
        /// Lists, exports and what watches have missed wait.
        case stopsCatchUp
        /// Nobody new comes in.
        case refusesConnections
        /// Those that hold most are closed.
        case closesConnections

        /// Percent of the limit from which on it holds.
        var percent: UInt64 {
            switch self {
            case .none: 0
            case .stopsCatchUp: 85
            case .refusesConnections: 92
            case .closesConnections: 97
            }
        }

        static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
    }

    /// Percent below a mark by which its level ends: use goes up and down at the mark itself.
    private static let slack: UInt64 = 2

    private let current = Atomic(Level.none.rawValue)

    var level: Level { Level(rawValue: current.load(ordering: .relaxed)) ?? .none }

    /// Takes note of how much is used; the level that follows.
    func note(usedBytes used: UInt64, of limit: UInt64) -> Level {
        let percent = used / max(1, limit / 100)
        let before = level
        let reached = Level.allCases.last { level in
            percent >= level.percent
                || level <= before && percent + Self.slack >= level.percent
        }
        let now = reached ?? .none
        current.store(now.rawValue, ordering: .relaxed)
        return now
    }
}
