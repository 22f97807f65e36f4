// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/watch_service.proto.

/// The message `recours.v1.WatchInboxResponse`.
public struct WatchInboxResponse: RecoursMessage {
    /// One of several, or none: `content`.
    public var content: Content?

    /// A message of these values; what is left out is absent or has its default.
    public init(
        content: Content? = nil
    ) {
        self.content = content
    }

    /// The members of `content`.
    public enum Content: Sendable, Hashable {
        /// Field 1, `entry`.
        case entry(InboxEntry)
        /// A cursor: nothing else came before it.
        case bookmark([UInt8])
        /// What is stored of so many entries is damaged: they were left out here, and the operator
        /// has been told.
        case damaged(UInt32)
    }

    /// `recours.v1.WatchInboxResponse`.
    public static var protoName: String { "recours.v1.WatchInboxResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
