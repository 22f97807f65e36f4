// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/profile_service.proto.

/// The message `recours.v1.SetProfileRequest`.
public struct SetProfileRequest: RecoursMessage {
    /// Field 1, `profile`.
    public var profile: PlatformProfile? {
        get { profileBox.value }
        set { profileBox = Boxed(newValue) }
    }
    var profileBox: Boxed<PlatformProfile>

    /// A message of these values; what is left out is absent or has its default.
    public init(
        profile: PlatformProfile? = nil
    ) {
        profileBox = Boxed(profile)
    }

    /// `recours.v1.SetProfileRequest`.
    public static var protoName: String { "recours.v1.SetProfileRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
