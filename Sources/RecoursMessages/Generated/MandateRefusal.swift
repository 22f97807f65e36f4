// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

/// The message `recours.v1.MandateRefusal`.
public struct MandateRefusal: RecoursMessage {
    /// 0-based place in the stream.
    public var index: UInt64
    /// Field 2, `field_path`.
    public var fieldPath: String
    /// Field 3, `code`.
    public var code: String
    /// Field 4, `description`.
    public var description: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        index: UInt64 = 0,
        fieldPath: String = "",
        code: String = "",
        description: String = ""
    ) {
        self.index = index
        self.fieldPath = fieldPath
        self.code = code
        self.description = description
    }

    /// `recours.v1.MandateRefusal`.
    public static var protoName: String { "recours.v1.MandateRefusal" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
