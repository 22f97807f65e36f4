// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

/// The message `recours.v1.IssueCertificateResponse`.
public struct IssueCertificateResponse: RecoursMessage {
    /// Field 1, `certificate_pem`.
    public var certificatePem: String
    /// Field 2, `trust_pem`.
    public var trustPem: String
    /// Field 3, `not_after_ms`.
    public var notAfterMs: Int64

    /// A message of these values; what is left out is absent or has its default.
    public init(
        certificatePem: String = "",
        trustPem: String = "",
        notAfterMs: Int64 = 0
    ) {
        self.certificatePem = certificatePem
        self.trustPem = trustPem
        self.notAfterMs = notAfterMs
    }

    /// `recours.v1.IssueCertificateResponse`.
    public static var protoName: String { "recours.v1.IssueCertificateResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
