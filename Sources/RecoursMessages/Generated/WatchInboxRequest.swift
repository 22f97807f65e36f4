// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/watch_service.proto.

/// The message `recours.v1.WatchInboxRequest`.
public struct WatchInboxRequest: RecoursMessage {
    /// From PullCases or an earlier watch; empty for the inbox's beginning.
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

    /// `recours.v1.WatchInboxRequest`.
    public static var protoName: String { "recours.v1.WatchInboxRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
