// SPDX-License-Identifier: EUPL-1.2

/// What is timed, from the transmission to the platform. The numbers are the protocol's and stand
/// in stores: they never change.
package enum FigureTime: Int32, CaseIterable, Hashable, Sendable {
    /// Until the platform took note.
    case acknowledge = 1
    /// Until its first final answer.
    case answer = 2
    /// Until a closure as resolved.
    case resolve = 3
    /// Until its first answer that says something is removed.
    case remove = 4

    /// The counter whose cases are timed: the number of times is this counter.
    package var counter: FigureCounter {
        switch self {
        case .acknowledge: .acknowledged
        case .answer: .answered
        case .resolve: .resolutions
        case .remove: .removals
        }
    }

    /// Whether it is also kept by the calendar month in which it ended.
    package var isMonthly: Bool { self == .remove }

    /// A span as it is counted: minutes, rounded up; beyond a day rounded up to full hours, so that
    /// 60 days of them are some three thousand values. Clocks set back give 0.
    package static func minutes(from start: Instant, to end: Instant) -> Int32 {
        let (span, overflow) = end.millisecondsSince1970.subtractingReportingOverflow(
            start.millisecondsSince1970)
        guard !overflow, span > 0 else { return 0 }
        let minutes = (span - 1) / 60_000 + 1
        let counted = minutes <= 1_440 ? minutes : ((minutes - 1) / 60 + 1) * 60
        return Int32(clamping: counted)
    }
}
