// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/commitment_service.proto.

/// The message `recours.v1.SettleCommitmentResponse`.
public struct SettleCommitmentResponse: RecoursMessage {
    /// Field 1, `commitment`.
    public var commitment: Commitment? {
        get { commitmentBox.value }
        set { commitmentBox = Boxed(newValue) }
    }
    var commitmentBox: Boxed<Commitment>

    /// A message of these values; what is left out is absent or has its default.
    public init(
        commitment: Commitment? = nil
    ) {
        commitmentBox = Boxed(commitment)
    }

    /// `recours.v1.SettleCommitmentResponse`.
    public static var protoName: String { "recours.v1.SettleCommitmentResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
