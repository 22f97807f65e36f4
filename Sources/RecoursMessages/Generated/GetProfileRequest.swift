// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/profile_service.proto.

/// The message `recours.v1.GetProfileRequest`.
public struct GetProfileRequest: RecoursMessage {
    /// A platform that leaves it empty gets its own.
    public var platformID: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        platformID: String = ""
    ) {
        self.platformID = platformID
    }

    /// `recours.v1.GetProfileRequest`.
    public static var protoName: String { "recours.v1.GetProfileRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
