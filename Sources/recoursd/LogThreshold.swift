// SPDX-License-Identifier: EUPL-1.2

internal import Logging
internal import Synchronization

/// The least severe level that is written, by all loggers of the process; it may change while they
/// are used.
final class LogThreshold: Sendable {
    private static let levels = Logger.Level.allCases

    private let place: Atomic<Int>

    init(_ level: Logger.Level) {
        place = Atomic(Self.place(of: level))
    }

    var level: Logger.Level {
        get { Self.levels[place.load(ordering: .relaxed)] }
        set { place.store(Self.place(of: newValue), ordering: .relaxed) }
    }

    private static func place(of level: Logger.Level) -> Int { levels.firstIndex(of: level) ?? 0 }
}
