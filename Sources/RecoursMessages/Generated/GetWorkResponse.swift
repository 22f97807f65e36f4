// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

/// The message `recours.v1.GetWorkResponse`.
public struct GetWorkResponse: RecoursMessage {
    /// Field 1, `work`.
    public var work: Work?

    /// A message of these values; what is left out is absent or has its default.
    public init(
        work: Work? = nil
    ) {
        self.work = work
    }

    /// `recours.v1.GetWorkResponse`.
    public static var protoName: String { "recours.v1.GetWorkResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
