// SPDX-License-Identifier: EUPL-1.2

internal import DequeModule

/// The answer to one of our PINGs.
struct PingAnswer: Sendable, Hashable {
    var number: UInt64
    var roundTripNanoseconds: UInt64
}

/// Our PINGs that were not answered yet. Answers come in order, so the oldest counts.
struct PingTracker: Sendable {
    private var sent: Deque<MonotonicInstant> = []
    private var firstNumber: UInt64 = 1

    /// No more than this many may be out at once; a caller that asks for more gets none.
    static let maxOutstanding = 8

    /// The number to send in the next PING's eight bytes, or nil if too many are out.
    mutating func send(now: MonotonicInstant) -> UInt64? {
        guard sent.count < PingTracker.maxOutstanding else {
            return nil
        }
        sent.append(now)
        return firstNumber + UInt64(sent.count) - 1
    }

    /// Notes an answer; nil for a number that is not out.
    mutating func acknowledge(_ number: UInt64, now: MonotonicInstant) -> PingAnswer? {
        guard number >= firstNumber, number - firstNumber < UInt64(sent.count) else {
            return nil
        }
        // An answer answers the earlier ones too: frames do not overtake each other.
        while firstNumber < number, sent.popFirst() != nil {
            firstNumber += 1
        }
        firstNumber += 1
        return sent.popFirst().map {
            PingAnswer(number: number, roundTripNanoseconds: now.nanoseconds(since: $0))
        }
    }

    /// When the oldest unanswered PING was sent.
    var oldest: MonotonicInstant? {
        sent.first
    }
}
