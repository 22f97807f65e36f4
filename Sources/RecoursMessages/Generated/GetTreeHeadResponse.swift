// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/proof_service.proto.

/// The message `recours.v1.GetTreeHeadResponse`.
public struct GetTreeHeadResponse: RecoursMessage {
    /// A C2SP checkpoint: origin, size, root, when it was signed; Ed25519 signature.
    public var checkpoint: String
    /// That the tree is the earlier one with leaves added (RFC 9162 2.1.4); 32 bytes each. Empty
    /// for earlier_size 0.
    public var consistencyProof: [[UInt8]]

    /// A message of these values; what is left out is absent or has its default.
    public init(
        checkpoint: String = "",
        consistencyProof: [[UInt8]] = []
    ) {
        self.checkpoint = checkpoint
        self.consistencyProof = consistencyProof
    }

    /// `recours.v1.GetTreeHeadResponse`.
    public static var protoName: String { "recours.v1.GetTreeHeadResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
