// SPDX-License-Identifier: EUPL-1.2

internal import DequeModule
internal import NIOCore

/// The small machine of one call on one side.
protocol CallState: Sendable {
    init()

    /// Notes that the last frame of our direction was written; true if the call is done with.
    mutating func lastFrameWritten() -> Bool
}

/// A frame, or a message that becomes several, waiting in its call's queue.
struct OutboundItem: Sendable, Hashable {
    /// DATA, which needs credit, or STATUS, which needs none.
    var type: FrameType
    /// Flags of the last frame of the item.
    var flags: FrameFlags
    var payload: ByteBuffer
    /// Whether this ends our direction of the call.
    var isLast: Bool
}

/// Everything that is kept for one call.
struct CallRecord<State: CallState>: Sendable {
    var number: UInt32 = 0
    var state = State()
    /// When the call's time is over; `never` if it has no deadline.
    var deadline = MonotonicInstant.never

    // MARK: Receiving

    var receiveWindow = ReceiveWindow(bytes: 0)
    /// The fragments so far of a message whose end has not come.
    var partial: ByteBuffer?
    /// Bytes and number of messages given to the application and not consumed by it.
    var unconsumedBytes = 0
    var unconsumedMessages = 0

    // MARK: Sending

    var sendWindow = SendWindow(bytes: 0)
    var queue: Deque<OutboundItem> = []
    var queuedBytes = 0
    /// Whether the call stands in the round robin.
    var isScheduled = false
    /// Whether the sender was told to wait.
    var isWaiting = false
    /// Whether the queue stands still for want of this call's credit, and since when.
    var isBlocked = false
    var blockedSince: MonotonicInstant?

    init() {}

    init(
        number: UInt32, deadline: MonotonicInstant, sendCredit: Int, receiveCredit: Int
    ) {
        self.number = number
        self.deadline = deadline
        self.sendWindow = SendWindow(bytes: sendCredit)
        self.receiveWindow = ReceiveWindow(bytes: receiveCredit)
    }

    /// What the call makes us hold, with a charge for each message so that empty ones count too.
    var bufferedBytes: Int {
        (partial?.readableBytes ?? 0) + unconsumedBytes
            + unconsumedMessages * CallRecord.messageCharge
    }

    /// About what one waiting message costs besides its bytes.
    static var messageCharge: Int { 64 }
}

extension MonotonicInstant {
    /// An instant that does not come.
    static let never = MonotonicInstant(nanoseconds: .max)
}
