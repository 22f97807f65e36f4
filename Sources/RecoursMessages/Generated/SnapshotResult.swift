// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/feed_service.proto.

/// The message `recours.v1.SnapshotResult`.
public struct SnapshotResult: RecoursMessage {
    /// Field 1, `client_sequence`.
    public var clientSequence: UInt64
    /// One of several, or none: `outcome`.
    public var outcome: Outcome?

    /// A message of these values; what is left out is absent or has its default.
    public init(
        clientSequence: UInt64 = 0,
        outcome: Outcome? = nil
    ) {
        self.clientSequence = clientSequence
        self.outcome = outcome
    }

    /// The members of `outcome`.
    public enum Outcome: Sendable, Hashable {
        /// What was to be stored of it is on disk.
        case matches(SnapshotMatches)
        /// Field 3, `refusal`.
        case refusal(Status)
    }

    /// `recours.v1.SnapshotResult`.
    public static var protoName: String { "recours.v1.SnapshotResult" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
