// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/figures_service.proto.

/// The message `recours.v1.GetOwnRemovalsRequest`.
public struct GetOwnRemovalsRequest: RecoursMessage {
    /// Only cases of this firm, 9 digits; empty: all that the caller has filed.
    public var siren: String
    /// Only this platform; empty for all.
    public var platformID: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        siren: String = "",
        platformID: String = ""
    ) {
        self.siren = siren
        self.platformID = platformID
    }

    /// `recours.v1.GetOwnRemovalsRequest`.
    public static var protoName: String { "recours.v1.GetOwnRemovalsRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
