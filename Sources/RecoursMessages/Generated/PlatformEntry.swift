// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/profile_service.proto.

/// A platform with what is known of it.
public struct PlatformEntry: RecoursMessage {
    /// Field 1, `platform_id`.
    public var platformID: String
    /// Field 2, `name`.
    public var name: String
    /// Field 3, `contact_standing`.
    public var contactStanding: ContactStanding
    /// Absent if it has set none.
    public var profile: PlatformProfile? {
        get { profileBox.value }
        set { profileBox = Boxed(newValue) }
    }
    var profileBox: Boxed<PlatformProfile>
    /// Field 5, `updated_at_ms`.
    public var updatedAtMs: Int64

    /// A message of these values; what is left out is absent or has its default.
    public init(
        platformID: String = "",
        name: String = "",
        contactStanding: ContactStanding = .unspecified,
        profile: PlatformProfile? = nil,
        updatedAtMs: Int64 = 0
    ) {
        self.platformID = platformID
        self.name = name
        self.contactStanding = contactStanding
        profileBox = Boxed(profile)
        self.updatedAtMs = updatedAtMs
    }

    /// `recours.v1.PlatformEntry`.
    public static var protoName: String { "recours.v1.PlatformEntry" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
