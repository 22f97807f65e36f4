// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

/// The message `recours.v1.AddPartnerResponse`.
public struct AddPartnerResponse: RecoursMessage {
    /// Field 1, `partner`.
    public var partner: Partner? {
        get { partnerBox.value }
        set { partnerBox = Boxed(newValue) }
    }
    var partnerBox: Boxed<Partner>
    /// Leaf first, PEM; empty without a request.
    public var certificatePem: String
    /// The CA that signs server and partners.
    public var trustPem: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        partner: Partner? = nil,
        certificatePem: String = "",
        trustPem: String = ""
    ) {
        partnerBox = Boxed(partner)
        self.certificatePem = certificatePem
        self.trustPem = trustPem
    }

    /// `recours.v1.AddPartnerResponse`.
    public static var protoName: String { "recours.v1.AddPartnerResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
