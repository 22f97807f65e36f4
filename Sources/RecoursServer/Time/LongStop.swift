// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

/// A time in which nobody could reach the server, and what is fair after it.
///
/// A deadline that ended while the server was away is not held against the party who could not act
/// on its last hours: it is acted on a day after the return, as a time limit that ends on a day on
/// which a registry is closed runs to the end of the next. A shorter stop changes nothing.
struct LongStop: Sendable, Equatable {
    /// A stop up to so long is one that a party's program retries through.
    static let shortestMilliseconds: Int64 = 3_600_000

    /// When the server was last known to live.
    let began: Instant
    /// When it was back.
    let ended: Instant
    /// From when on what fell due meanwhile is acted on.
    let graceEnds: Instant

    /// The long stop that still matters, if there is one, and the marks that make another start
    /// within its grace find it.
    static func atStart(
        _ marks: [StoreMark: Int64], now: Instant, graceMilliseconds: Int64
    ) -> (stop: LongStop?, marks: [StoreMark: Int64]) {
        func stop(from began: Int64, to ended: Int64) -> LongStop? {
            let end = ended + graceMilliseconds
            guard now.millisecondsSince1970 < end else { return nil }
            return LongStop(
                began: Instant(millisecondsSince1970: began),
                ended: Instant(millisecondsSince1970: ended),
                graceEnds: Instant(millisecondsSince1970: end))
        }
        var earlier: LongStop?
        if let began = marks[.stopBegan], let ended = marks[.stopEnded] {
            earlier = stop(from: began, to: ended)
        }
        let signs = [marks[.heartbeat], marks[.recordedTime]].compactMap { $0 }
        guard let alive = signs.max() else { return (nil, [:]) }
        let back = now.millisecondsSince1970
        guard back - alive > shortestMilliseconds else { return (earlier, [:]) }
        // A stop within the grace of another makes one of the two: nobody loses what was promised.
        let began = earlier?.began.millisecondsSince1970 ?? alive
        return (stop(from: began, to: back), [.stopBegan: began, .stopEnded: back])
    }

    /// True for an instant at which the server was away.
    func covers(_ instant: Instant) -> Bool { instant > began && instant <= ended }
}
