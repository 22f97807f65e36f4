// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/operator_service.proto.

/// The message `recours.v1.GetClockRequest`.
public struct GetClockRequest: RecoursMessage {
    /// A message of these values; what is left out is absent or has its default.
    public init() {}

    /// `recours.v1.GetClockRequest`.
    public static var protoName: String { "recours.v1.GetClockRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
