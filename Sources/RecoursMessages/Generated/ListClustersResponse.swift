// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation_service.proto.

/// The message `recours.v1.ListClustersResponse`.
public struct ListClustersResponse: RecoursMessage {
    /// Field 1, `clusters`.
    public var clusters: [Cluster]
    /// Field 2, `next_page_token`.
    public var nextPageToken: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        clusters: [Cluster] = [],
        nextPageToken: String = ""
    ) {
        self.clusters = clusters
        self.nextPageToken = nextPageToken
    }

    /// `recours.v1.ListClustersResponse`.
    public static var protoName: String { "recours.v1.ListClustersResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
