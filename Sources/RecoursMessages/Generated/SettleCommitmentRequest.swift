// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/commitment_service.proto.

/// The message `recours.v1.SettleCommitmentRequest`.
public struct SettleCommitmentRequest: RecoursMessage {
    /// Field 1, `commitment_id`.
    public var commitmentID: [UInt8]
    /// HONOURED, BROKEN or WAIVED.
    public var state: CommitmentState
    /// Why: 1 to 2,000 characters.
    public var reason: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        commitmentID: [UInt8] = [],
        state: CommitmentState = .unspecified,
        reason: String = ""
    ) {
        self.commitmentID = commitmentID
        self.state = state
        self.reason = reason
    }

    /// `recours.v1.SettleCommitmentRequest`.
    public static var protoName: String { "recours.v1.SettleCommitmentRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
