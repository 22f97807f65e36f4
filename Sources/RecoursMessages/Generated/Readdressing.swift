// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

/// From one platform to another, after NOT_CONCERNED.
public struct Readdressing: RecoursMessage {
    /// Field 1, `from_platform_id`.
    public var fromPlatformID: String
    /// Field 2, `to_platform_id`.
    public var toPlatformID: String
    /// At most 2,000 characters.
    public var reason: String
    /// Field 4, `at_ms`.
    public var atMs: Int64

    /// A message of these values; what is left out is absent or has its default.
    public init(
        fromPlatformID: String = "",
        toPlatformID: String = "",
        reason: String = "",
        atMs: Int64 = 0
    ) {
        self.fromPlatformID = fromPlatformID
        self.toPlatformID = toPlatformID
        self.reason = reason
        self.atMs = atMs
    }

    /// `recours.v1.Readdressing`.
    public static var protoName: String { "recours.v1.Readdressing" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
