// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

/// The message `recours.v1.SuspendClaimResponse`.
public struct SuspendClaimResponse: RecoursMessage {
    /// Field 1, `claim`.
    public var claim: StandingClaim? {
        get { claimBox.value }
        set { claimBox = Boxed(newValue) }
    }
    var claimBox: Boxed<StandingClaim>

    /// A message of these values; what is left out is absent or has its default.
    public init(
        claim: StandingClaim? = nil
    ) {
        claimBox = Boxed(claim)
    }

    /// `recours.v1.SuspendClaimResponse`.
    public static var protoName: String { "recours.v1.SuspendClaimResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
