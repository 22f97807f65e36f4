// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/response_service.proto.

/// The message `recours.v1.RespondManyItem`.
public struct RespondManyItem: RecoursMessage {
    /// Field 1, `client_sequence`.
    public var clientSequence: UInt64
    /// Field 2, `request`.
    public var request: RespondRequest?

    /// A message of these values; what is left out is absent or has its default.
    public init(
        clientSequence: UInt64 = 0,
        request: RespondRequest? = nil
    ) {
        self.clientSequence = clientSequence
        self.request = request
    }

    /// `recours.v1.RespondManyItem`.
    public static var protoName: String { "recours.v1.RespondManyItem" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
