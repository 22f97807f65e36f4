// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

/// The message `recours.v1.GetLimitsResponse`.
public struct GetLimitsResponse: RecoursMessage {
    /// Field 1, `limits`.
    public var limits: [PartnerLimit]

    /// A message of these values; what is left out is absent or has its default.
    public init(
        limits: [PartnerLimit] = []
    ) {
        self.limits = limits
    }

    /// `recours.v1.GetLimitsResponse`.
    public static var protoName: String { "recours.v1.GetLimitsResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
