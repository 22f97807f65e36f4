// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

/// The message `recours.v1.ListMatchesRequest`.
public struct ListMatchesRequest: RecoursMessage {
    /// 1 to 1,000; 0 means 100. A page may be short, or empty, and have a next.
    public var pageSize: UInt32
    /// Field 2, `page_token`.
    public var pageToken: String
    /// 16 bytes; empty: of all claims.
    public var claimID: [UInt8]

    /// A message of these values; what is left out is absent or has its default.
    public init(
        pageSize: UInt32 = 0,
        pageToken: String = "",
        claimID: [UInt8] = []
    ) {
        self.pageSize = pageSize
        self.pageToken = pageToken
        self.claimID = claimID
    }

    /// `recours.v1.ListMatchesRequest`.
    public static var protoName: String { "recours.v1.ListMatchesRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
