// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/inbox_service.proto.

/// The message `recours.v1.PullCasesResponse`.
public struct PullCasesResponse: RecoursMessage {
    /// Field 1, `entries`.
    public var entries: [InboxEntry]
    /// Where to go on from; the request's own if nothing came.
    public var cursor: [UInt8]
    /// More is there already.
    public var more: Bool
    /// What is stored of so many is damaged: they were left out, and the operator has been told.
    public var damaged: UInt32

    /// A message of these values; what is left out is absent or has its default.
    public init(
        entries: [InboxEntry] = [],
        cursor: [UInt8] = [],
        more: Bool = false,
        damaged: UInt32 = 0
    ) {
        self.entries = entries
        self.cursor = cursor
        self.more = more
        self.damaged = damaged
    }

    /// `recours.v1.PullCasesResponse`.
    public static var protoName: String { "recours.v1.PullCasesResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
