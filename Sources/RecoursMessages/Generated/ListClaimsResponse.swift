// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

/// The message `recours.v1.ListClaimsResponse`.
public struct ListClaimsResponse: RecoursMessage {
    /// Field 1, `claims`.
    public var claims: [StandingClaim]
    /// Field 2, `next_page_token`.
    public var nextPageToken: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        claims: [StandingClaim] = [],
        nextPageToken: String = ""
    ) {
        self.claims = claims
        self.nextPageToken = nextPageToken
    }

    /// `recours.v1.ListClaimsResponse`.
    public static var protoName: String { "recours.v1.ListClaimsResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
