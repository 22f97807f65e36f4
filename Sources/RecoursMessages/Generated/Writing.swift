// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/exchange.proto.

/// Text, with files that go with it.
public struct Writing: RecoursMessage {
    /// 1 to 10,000 characters.
    public var text: String
    /// At most 20 identifiers of 16 bytes.
    public var evidenceIDs: [[UInt8]]

    /// A message of these values; what is left out is absent or has its default.
    public init(
        text: String = "",
        evidenceIDs: [[UInt8]] = []
    ) {
        self.text = text
        self.evidenceIDs = evidenceIDs
    }

    /// `recours.v1.Writing`.
    public static var protoName: String { "recours.v1.Writing" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
