// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

/// The message `recours.v1.OpenClaimRequest`.
public struct OpenClaimRequest: RecoursMessage {
    /// Field 1, `plan`.
    public var plan: ClaimPlan?

    /// A message of these values; what is left out is absent or has its default.
    public init(
        plan: ClaimPlan? = nil
    ) {
        self.plan = plan
    }

    /// `recours.v1.OpenClaimRequest`.
    public static var protoName: String { "recours.v1.OpenClaimRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
