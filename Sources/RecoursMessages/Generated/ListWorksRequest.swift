// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

/// The message `recours.v1.ListWorksRequest`.
public struct ListWorksRequest: RecoursMessage {
    /// 1 to 1,000; 0 means 100. A page ends at 1 MiB.
    public var pageSize: UInt32
    /// Field 2, `page_token`.
    public var pageToken: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        pageSize: UInt32 = 0,
        pageToken: String = ""
    ) {
        self.pageSize = pageSize
        self.pageToken = pageToken
    }

    /// `recours.v1.ListWorksRequest`.
    public static var protoName: String { "recours.v1.ListWorksRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
