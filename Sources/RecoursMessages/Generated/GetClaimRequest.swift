// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

/// The message `recours.v1.GetClaimRequest`.
public struct GetClaimRequest: RecoursMessage {
    /// Field 1, `claim_id`.
    public var claimID: [UInt8]

    /// A message of these values; what is left out is absent or has its default.
    public init(
        claimID: [UInt8] = []
    ) {
        self.claimID = claimID
    }

    /// `recours.v1.GetClaimRequest`.
    public static var protoName: String { "recours.v1.GetClaimRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
