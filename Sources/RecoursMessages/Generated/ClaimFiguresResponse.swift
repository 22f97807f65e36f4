// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

/// The message `recours.v1.ClaimFiguresResponse`.
public struct ClaimFiguresResponse: RecoursMessage {
    /// Field 1, `lines`.
    public var lines: [ClaimFigureLine]
    /// There are more claims than are told of, all older: name one of them, or a platform.
    public var truncated: Bool

    /// A message of these values; what is left out is absent or has its default.
    public init(
        lines: [ClaimFigureLine] = [],
        truncated: Bool = false
    ) {
        self.lines = lines
        self.truncated = truncated
    }

    /// `recours.v1.ClaimFiguresResponse`.
    public static var protoName: String { "recours.v1.ClaimFiguresResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
