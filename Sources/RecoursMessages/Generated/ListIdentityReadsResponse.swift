// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation_service.proto.

/// The message `recours.v1.ListIdentityReadsResponse`.
public struct ListIdentityReadsResponse: RecoursMessage {
    /// Field 1, `reads`.
    public var reads: [IdentityRead]
    /// Field 2, `next_page_token`.
    public var nextPageToken: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        reads: [IdentityRead] = [],
        nextPageToken: String = ""
    ) {
        self.reads = reads
        self.nextPageToken = nextPageToken
    }

    /// `recours.v1.ListIdentityReadsResponse`.
    public static var protoName: String { "recours.v1.ListIdentityReadsResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
