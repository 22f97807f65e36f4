// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

/// The message `recours.v1.WhoAmIResponse`.
public struct WhoAmIResponse: RecoursMessage {
    /// Field 1, `partner`.
    public var partner: Partner? {
        get { partnerBox.value }
        set { partnerBox = Boxed(newValue) }
    }
    var partnerBox: Boxed<Partner>
    /// When the certificate of this connection ends.
    public var certificateNotAfterMs: Int64
    /// The server's clock and software.
    public var serverTimeMs: Int64
    /// Field 4, `server_software`.
    public var serverSoftware: String
    /// A server for tests, whose time can be moved.
    public var sandbox: Bool

    /// A message of these values; what is left out is absent or has its default.
    public init(
        partner: Partner? = nil,
        certificateNotAfterMs: Int64 = 0,
        serverTimeMs: Int64 = 0,
        serverSoftware: String = "",
        sandbox: Bool = false
    ) {
        partnerBox = Boxed(partner)
        self.certificateNotAfterMs = certificateNotAfterMs
        self.serverTimeMs = serverTimeMs
        self.serverSoftware = serverSoftware
        self.sandbox = sandbox
    }

    /// `recours.v1.WhoAmIResponse`.
    public static var protoName: String { "recours.v1.WhoAmIResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
