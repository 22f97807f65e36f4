// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

/// The message `recours.v1.ListMandatesRequest`.
public struct ListMandatesRequest: RecoursMessage {
    /// The operator's choice; an association sees its own.
    public var association: String
    /// Field 2, `page_size`.
    public var pageSize: UInt32
    /// Field 3, `page_token`.
    public var pageToken: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        association: String = "",
        pageSize: UInt32 = 0,
        pageToken: String = ""
    ) {
        self.association = association
        self.pageSize = pageSize
        self.pageToken = pageToken
    }

    /// `recours.v1.ListMandatesRequest`.
    public static var protoName: String { "recours.v1.ListMandatesRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
