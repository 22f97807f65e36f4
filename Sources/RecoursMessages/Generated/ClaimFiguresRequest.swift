// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

/// The message `recours.v1.ClaimFiguresRequest`.
public struct ClaimFiguresRequest: RecoursMessage {
    /// 16 bytes; empty: of all claims.
    public var claimID: [UInt8]
    /// Empty: on all platforms.
    public var platformID: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        claimID: [UInt8] = [],
        platformID: String = ""
    ) {
        self.claimID = claimID
        self.platformID = platformID
    }

    /// `recours.v1.ClaimFiguresRequest`.
    public static var protoName: String { "recours.v1.ClaimFiguresRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
