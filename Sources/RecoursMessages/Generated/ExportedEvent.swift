// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/export_service.proto.

/// The message `recours.v1.ExportedEvent`.
public struct ExportedEvent: RecoursMessage {
    /// The case of the event: 16 bytes.
    public var caseID: [UInt8]
    /// Field 2, `event`.
    public var event: Event? {
        get { eventBox.value }
        set { eventBox = Boxed(newValue) }
    }
    var eventBox: Boxed<Event>

    /// A message of these values; what is left out is absent or has its default.
    public init(
        caseID: [UInt8] = [],
        event: Event? = nil
    ) {
        self.caseID = caseID
        eventBox = Boxed(event)
    }

    /// `recours.v1.ExportedEvent`.
    public static var protoName: String { "recours.v1.ExportedEvent" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
