// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/feed_service.proto.

/// The message `recours.v1.SnapshotMatches`.
public struct SnapshotMatches: RecoursMessage {
    /// The best first, at most 16; none if nothing is like it.
    public var candidates: [MatchCandidate]

    /// A message of these values; what is left out is absent or has its default.
    public init(
        candidates: [MatchCandidate] = []
    ) {
        self.candidates = candidates
    }

    /// `recours.v1.SnapshotMatches`.
    public static var protoName: String { "recours.v1.SnapshotMatches" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
