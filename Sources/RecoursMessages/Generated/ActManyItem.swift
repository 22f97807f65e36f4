// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/action_service.proto.

/// The message `recours.v1.ActManyItem`.
public struct ActManyItem: RecoursMessage {
    /// Field 1, `client_sequence`.
    public var clientSequence: UInt64
    /// 16 bytes; required.
    public var idempotencyKey: [UInt8]
    /// Field 3, `request`.
    public var request: ActRequest?

    /// A message of these values; what is left out is absent or has its default.
    public init(
        clientSequence: UInt64 = 0,
        idempotencyKey: [UInt8] = [],
        request: ActRequest? = nil
    ) {
        self.clientSequence = clientSequence
        self.idempotencyKey = idempotencyKey
        self.request = request
    }

    /// `recours.v1.ActManyItem`.
    public static var protoName: String { "recours.v1.ActManyItem" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
