// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/proof_service.proto.

/// The message `recours.v1.GetPublicKeyResponse`.
public struct GetPublicKeyResponse: RecoursMessage {
    /// SubjectPublicKeyInfo in PEM.
    public var publicKey: String
    /// The same in one line, as other tools of the C2SP family take it.
    public var verifierKey: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        publicKey: String = "",
        verifierKey: String = ""
    ) {
        self.publicKey = publicKey
        self.verifierKey = verifierKey
    }

    /// `recours.v1.GetPublicKeyResponse`.
    public static var protoName: String { "recours.v1.GetPublicKeyResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
