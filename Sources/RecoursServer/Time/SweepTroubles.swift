// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases

/// Cases on which the clock could not act: each is tried again after a pause that grows, so that a
/// damaged one neither fills the log nor keeps the others waiting.
struct SweepTroubles: Sendable {
    private struct Trouble {
        var tries: Int
        var notBefore: Instant
    }

    private static let firstPauseMilliseconds: Int64 = 60_000
    private static let longestPauseMilliseconds: Int64 = 86_400_000
    /// A store with more has another trouble; the rest is then tried at every sweep.
    private static let most = 10_000

    private var cases: [CaseIdentifier: Trouble] = [:]

    var count: Int { cases.count }

    func mayTry(_ identifier: CaseIdentifier, at now: Instant) -> Bool {
        cases[identifier].map { $0.notBefore <= now } ?? true
    }

    /// Takes note of a failure; returns how often this case has failed.
    mutating func failed(_ identifier: CaseIdentifier, at now: Instant) -> Int {
        let tries = (cases[identifier]?.tries ?? 0) + 1
        let pause = min(
            Self.firstPauseMilliseconds << min(tries - 1, 20), Self.longestPauseMilliseconds)
        let trouble = Trouble(
            tries: tries,
            notBefore: Instant(millisecondsSince1970: now.millisecondsSince1970 + pause))
        if cases[identifier] != nil || cases.count < Self.most { cases[identifier] = trouble }
        return tries
    }

    mutating func succeeded(_ identifier: CaseIdentifier) { cases[identifier] = nil }
}
