// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/action_service.proto.

/// A reason in words: at most 2,000 characters; what needs one says so.
public struct Reason: RecoursMessage {
    /// Field 1, `text`.
    public var text: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        text: String = ""
    ) {
        self.text = text
    }

    /// `recours.v1.Reason`.
    public static var protoName: String { "recours.v1.Reason" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
