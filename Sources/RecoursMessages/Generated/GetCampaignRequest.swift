// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/campaign_service.proto.

/// The message `recours.v1.GetCampaignRequest`.
public struct GetCampaignRequest: RecoursMessage {
    /// One of several, or none: `reference`.
    public var reference: Reference?

    /// A message of these values; what is left out is absent or has its default.
    public init(
        reference: Reference? = nil
    ) {
        self.reference = reference
    }

    /// The members of `reference`.
    public enum Reference: Sendable, Hashable {
        /// Field 1, `id`.
        case id([UInt8])
        /// Field 2, `name`.
        case name(String)
    }

    /// `recours.v1.GetCampaignRequest`.
    public static var protoName: String { "recours.v1.GetCampaignRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
