// SPDX-License-Identifier: EUPL-1.2

internal import RecoursStore

/// When files that could not be looked at are looked at again. Times are milliseconds of any clock.
///
/// Each file has growing pauses of its own, so that one which no scanner can read keeps no other
/// waiting. Several failures on end are the scanner's trouble: then all files wait.
struct ScanAttempts {
    private struct Failed {
        var count = 0
        var nextAt: Int64 = 0
    }

    private static let firstPause: Int64 = 1_000
    private static let longestPause: Int64 = 3_600_000
    private static let longestCommonPause: Int64 = 300_000
    /// So many failures on end are not the files'.
    private static let patience = 4

    private var failed: [EvidenceIdentifier: Failed] = [:]
    private var streak = 0
    private var pausedUntil: Int64 = .min

    /// Whether no file may be looked at now.
    func isPaused(at now: Int64) -> Bool { now < pausedUntil }

    /// Whether the file may be looked at now.
    func isDue(_ identifier: EvidenceIdentifier, at now: Int64) -> Bool {
        !isPaused(at: now) && now >= failed[identifier]?.nextAt ?? .min
    }

    mutating func succeed(_ identifier: EvidenceIdentifier) {
        failed[identifier] = nil
        streak = 0
        pausedUntil = .min
    }

    /// - Returns: how long the file waits.
    mutating func fail(_ identifier: EvidenceIdentifier, at now: Int64) -> Int64 {
        var entry = failed[identifier] ?? Failed()
        let pause = Self.pause(entry.count, atMost: Self.longestPause)
        entry.count += 1
        entry.nextAt = now + pause
        failed[identifier] = entry
        streak += 1
        if streak >= Self.patience {
            let common = Self.pause(streak - Self.patience, atMost: Self.longestCommonPause)
            pausedUntil = now + common
        }
        return max(entry.nextAt, pausedUntil) - now
    }

    /// Forgets files that wait no more: erased, or gone with nobody's case.
    mutating func keepOnly(_ pending: Set<EvidenceIdentifier>) {
        failed = failed.filter { pending.contains($0.key) }
    }

    /// When the next file may be looked at again; nil if none waits for that.
    var next: Int64? {
        failed.values.map(\.nextAt).min().map { max($0, pausedUntil) }
    }

    private static func pause(_ doublings: Int, atMost longest: Int64) -> Int64 {
        min(longest, firstPause << Int64(min(doublings, 30)))
    }
}
