// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/profile_service.proto.

/// The message `recours.v1.ListProfilesResponse`.
public struct ListProfilesResponse: RecoursMessage {
    /// Field 1, `platforms`.
    public var platforms: [PlatformEntry]
    /// Field 2, `next_page_token`.
    public var nextPageToken: String
    /// Of all platforms, today.
    public var current: UInt32
    /// Field 4, `expired`.
    public var expired: UInt32
    /// Field 5, `missing`.
    public var missing: UInt32

    /// A message of these values; what is left out is absent or has its default.
    public init(
        platforms: [PlatformEntry] = [],
        nextPageToken: String = "",
        current: UInt32 = 0,
        expired: UInt32 = 0,
        missing: UInt32 = 0
    ) {
        self.platforms = platforms
        self.nextPageToken = nextPageToken
        self.current = current
        self.expired = expired
        self.missing = missing
    }

    /// `recours.v1.ListProfilesResponse`.
    public static var protoName: String { "recours.v1.ListProfilesResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
