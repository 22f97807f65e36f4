// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/commitment_service.proto.

/// The message `recours.v1.ListCommitmentsRequest`.
public struct ListCommitmentsRequest: RecoursMessage {
    /// 1 to 1,000; 0 means 100.
    public var pageSize: UInt32
    /// Field 2, `page_token`.
    public var pageToken: String
    /// Empty: all.
    public var platformID: String
    /// UNSPECIFIED: all.
    public var state: CommitmentState

    /// A message of these values; what is left out is absent or has its default.
    public init(
        pageSize: UInt32 = 0,
        pageToken: String = "",
        platformID: String = "",
        state: CommitmentState = .unspecified
    ) {
        self.pageSize = pageSize
        self.pageToken = pageToken
        self.platformID = platformID
        self.state = state
    }

    /// `recours.v1.ListCommitmentsRequest`.
    public static var protoName: String { "recours.v1.ListCommitmentsRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
