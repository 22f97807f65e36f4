// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation_service.proto.

/// The message `recours.v1.ListClustersRequest`.
public struct ListClustersRequest: RecoursMessage {
    /// 1 to 1,000; 0 means 100.
    public var pageSize: UInt32
    /// Field 2, `page_token`.
    public var pageToken: String
    /// Field 3, `platform_id`.
    public var platformID: String
    /// Field 4, `category`.
    public var category: CaseCategory
    /// Only classes of so many open cases; 0 means 2.
    public var atLeast: UInt32

    /// A message of these values; what is left out is absent or has its default.
    public init(
        pageSize: UInt32 = 0,
        pageToken: String = "",
        platformID: String = "",
        category: CaseCategory = .unspecified,
        atLeast: UInt32 = 0
    ) {
        self.pageSize = pageSize
        self.pageToken = pageToken
        self.platformID = platformID
        self.category = category
        self.atLeast = atLeast
    }

    /// `recours.v1.ListClustersRequest`.
    public static var protoName: String { "recours.v1.ListClustersRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
