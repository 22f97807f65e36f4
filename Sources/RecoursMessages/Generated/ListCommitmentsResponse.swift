// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/commitment_service.proto.

/// The message `recours.v1.ListCommitmentsResponse`.
public struct ListCommitmentsResponse: RecoursMessage {
    /// The newest first. A page may be short, or empty, and have a next.
    public var commitments: [Commitment]
    /// Field 2, `next_page_token`.
    public var nextPageToken: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        commitments: [Commitment] = [],
        nextPageToken: String = ""
    ) {
        self.commitments = commitments
        self.nextPageToken = nextPageToken
    }

    /// `recours.v1.ListCommitmentsResponse`.
    public static var protoName: String { "recours.v1.ListCommitmentsResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
