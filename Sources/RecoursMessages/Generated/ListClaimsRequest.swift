// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

/// The message `recours.v1.ListClaimsRequest`.
public struct ListClaimsRequest: RecoursMessage {
    /// 1 to 1,000; 0 means 100. A page may be short, or empty, and have a next.
    public var pageSize: UInt32
    /// Field 2, `page_token`.
    public var pageToken: String
    /// 16 bytes; empty: of all works.
    public var workID: [UInt8]
    /// UNSPECIFIED: all.
    public var state: ClaimState
    /// Only those that report nothing without a person, because too much of it was wrong.
    public var throttledOnly: Bool

    /// A message of these values; what is left out is absent or has its default.
    public init(
        pageSize: UInt32 = 0,
        pageToken: String = "",
        workID: [UInt8] = [],
        state: ClaimState = .unspecified,
        throttledOnly: Bool = false
    ) {
        self.pageSize = pageSize
        self.pageToken = pageToken
        self.workID = workID
        self.state = state
        self.throttledOnly = throttledOnly
    }

    /// `recours.v1.ListClaimsRequest`.
    public static var protoName: String { "recours.v1.ListClaimsRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
