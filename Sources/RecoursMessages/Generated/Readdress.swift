// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/action_service.proto.

/// The message `recours.v1.Readdress`.
public struct Readdress: RecoursMessage {
    /// Slug of the platform that should have been addressed.
    public var platformID: String
    /// At most 2,000 characters.
    public var reason: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        platformID: String = "",
        reason: String = ""
    ) {
        self.platformID = platformID
        self.reason = reason
    }

    /// `recours.v1.Readdress`.
    public static var protoName: String { "recours.v1.Readdress" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
