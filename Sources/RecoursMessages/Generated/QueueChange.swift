// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/watch_service.proto.

/// The message `recours.v1.QueueChange`.
public struct QueueChange: RecoursMessage {
    /// The cursor after this change.
    public var cursor: [UInt8]
    /// What happened.
    public var kind: EventKind
    /// The case as it is now; of no reason if it does not wait for a mediator.
    public var item: QueueItem? {
        get { itemBox.value }
        set { itemBox = Boxed(newValue) }
    }
    var itemBox: Boxed<QueueItem>

    /// A message of these values; what is left out is absent or has its default.
    public init(
        cursor: [UInt8] = [],
        kind: EventKind = .unspecified,
        item: QueueItem? = nil
    ) {
        self.cursor = cursor
        self.kind = kind
        itemBox = Boxed(item)
    }

    /// `recours.v1.QueueChange`.
    public static var protoName: String { "recours.v1.QueueChange" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
