// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/proof_service.proto.

/// The message `recours.v1.GetTreeHeadRequest`.
public struct GetTreeHeadRequest: RecoursMessage {
    /// The size of a head that the caller has kept; 0: none.
    public var earlierSize: UInt64

    /// A message of these values; what is left out is absent or has its default.
    public init(
        earlierSize: UInt64 = 0
    ) {
        self.earlierSize = earlierSize
    }

    /// `recours.v1.GetTreeHeadRequest`.
    public static var protoName: String { "recours.v1.GetTreeHeadRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
