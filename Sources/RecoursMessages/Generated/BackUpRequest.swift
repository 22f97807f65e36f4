// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/operator_service.proto.

/// The message `recours.v1.BackUpRequest`.
public struct BackUpRequest: RecoursMessage {
    /// A message of these values; what is left out is absent or has its default.
    public init() {}

    /// `recours.v1.BackUpRequest`.
    public static var protoName: String { "recours.v1.BackUpRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
