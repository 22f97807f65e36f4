// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

/// The message `recours.v1.ListWorksResponse`.
public struct ListWorksResponse: RecoursMessage {
    /// Field 1, `works`.
    public var works: [Work]
    /// Empty on the last page.
    public var nextPageToken: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        works: [Work] = [],
        nextPageToken: String = ""
    ) {
        self.works = works
        self.nextPageToken = nextPageToken
    }

    /// `recours.v1.ListWorksResponse`.
    public static var protoName: String { "recours.v1.ListWorksResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
