// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation_service.proto.

/// The message `recours.v1.ListIdentityReadsRequest`.
public struct ListIdentityReadsRequest: RecoursMessage {
    /// Field 1, `case_id`.
    public var caseID: [UInt8]
    /// 1 to 1,000; 0 means 100.
    public var pageSize: UInt32
    /// Field 3, `page_token`.
    public var pageToken: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        caseID: [UInt8] = [],
        pageSize: UInt32 = 0,
        pageToken: String = ""
    ) {
        self.caseID = caseID
        self.pageSize = pageSize
        self.pageToken = pageToken
    }

    /// `recours.v1.ListIdentityReadsRequest`.
    public static var protoName: String { "recours.v1.ListIdentityReadsRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
