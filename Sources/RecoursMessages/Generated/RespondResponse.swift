// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/response_service.proto.

/// The message `recours.v1.RespondResponse`.
public struct RespondResponse: RecoursMessage {
    /// Field 1, `result`.
    public var result: RespondedCase?

    /// A message of these values; what is left out is absent or has its default.
    public init(
        result: RespondedCase? = nil
    ) {
        self.result = result
    }

    /// `recours.v1.RespondResponse`.
    public static var protoName: String { "recours.v1.RespondResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
