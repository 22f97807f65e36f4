// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation_service.proto.

/// The message `recours.v1.ListQueueResponse`.
public struct ListQueueResponse: RecoursMessage {
    /// Field 1, `items`.
    public var items: [QueueItem]
    /// Empty on the last page. A page may be short, or empty, and have a next.
    public var nextPageToken: String
    /// What is stored of so many is damaged: they were left out, and the operator has been told.
    public var damaged: UInt32

    /// A message of these values; what is left out is absent or has its default.
    public init(
        items: [QueueItem] = [],
        nextPageToken: String = "",
        damaged: UInt32 = 0
    ) {
        self.items = items
        self.nextPageToken = nextPageToken
        self.damaged = damaged
    }

    /// `recours.v1.ListQueueResponse`.
    public static var protoName: String { "recours.v1.ListQueueResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
