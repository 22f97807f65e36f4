// SPDX-License-Identifier: EUPL-1.2

/// The flag byte of a frame header (PROTOCOL.md §4.3).
package struct FrameFlags: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// DATA: another fragment of the same message follows.
    package static let more = FrameFlags(rawValue: 0x01)
    /// DATA: the sender sends no more messages on this call; from the server also: status OK.
    package static let end = FrameFlags(rawValue: 0x02)
    /// DATA with END and no payload: the frame carries no message, not even an empty one.
    package static let noMessage = FrameFlags(rawValue: 0x04)
    /// PING: this answers a PING. The bit is shared with MORE, whose frame type differs.
    package static let acknowledgement = FrameFlags(rawValue: 0x01)
    /// DATA that only ends its direction: END and NO_MESSAGE.
    package static let bareEnd = FrameFlags(rawValue: 0x06)
    /// All that DATA may carry. (A literal of several flags is built at run time, each time.)
    static let ofData = FrameFlags(rawValue: 0x07)
    /// Any type: a reader that does not know the type skips the frame.
    package static let optional = FrameFlags(rawValue: 0x80)
}
