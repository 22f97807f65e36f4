// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

/// The message `recours.v1.RegisterWorkResponse`.
public struct RegisterWorkResponse: RecoursMessage {
    /// Field 1, `work`.
    public var work: Work?
    /// The same call came before.
    public var alreadyThere: Bool

    /// A message of these values; what is left out is absent or has its default.
    public init(
        work: Work? = nil,
        alreadyThere: Bool = false
    ) {
        self.work = work
        self.alreadyThere = alreadyThere
    }

    /// `recours.v1.RegisterWorkResponse`.
    public static var protoName: String { "recours.v1.RegisterWorkResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
