// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/watch_service.proto.

/// The message `recours.v1.WatchQueueRequest`.
public struct WatchQueueRequest: RecoursMessage {
    /// From an earlier watch of the queue; empty for its beginning.
    public var cursor: [UInt8]
    /// Only what comes from now on; the cursor is not looked at.
    public var fromNow: Bool

    /// A message of these values; what is left out is absent or has its default.
    public init(
        cursor: [UInt8] = [],
        fromNow: Bool = false
    ) {
        self.cursor = cursor
        self.fromNow = fromNow
    }

    /// `recours.v1.WatchQueueRequest`.
    public static var protoName: String { "recours.v1.WatchQueueRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
