// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/errors.proto.

/// The outcome of a call, or of one item of a stream. Texts are for people and never parsed.
public struct Status: RecoursMessage {
    /// Field 1, `code`.
    public var code: StatusCode
    /// Field 2, `message`.
    public var message: String
    /// At most one of each kind.
    public var details: [ErrorDetail]
    /// Names the call in the server's log.
    public var requestID: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        code: StatusCode = .ok,
        message: String = "",
        details: [ErrorDetail] = [],
        requestID: String = ""
    ) {
        self.code = code
        self.message = message
        self.details = details
        self.requestID = requestID
    }

    /// `recours.v1.Status`.
    public static var protoName: String { "recours.v1.Status" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
