// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

/// The message `recours.v1.SuspendClaimRequest`.
public struct SuspendClaimRequest: RecoursMessage {
    /// Field 1, `claim_id`.
    public var claimID: [UInt8]
    /// 1 to 2,000 characters.
    public var reason: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        claimID: [UInt8] = [],
        reason: String = ""
    ) {
        self.claimID = claimID
        self.reason = reason
    }

    /// `recours.v1.SuspendClaimRequest`.
    public static var protoName: String { "recours.v1.SuspendClaimRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
