// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/profile_service.proto.

/// The message `recours.v1.SetProfileResponse`.
public struct SetProfileResponse: RecoursMessage {
    /// Field 1, `platform`.
    public var platform: PlatformEntry?

    /// A message of these values; what is left out is absent or has its default.
    public init(
        platform: PlatformEntry? = nil
    ) {
        self.platform = platform
    }

    /// `recours.v1.SetProfileResponse`.
    public static var protoName: String { "recours.v1.SetProfileResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
