// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/inbox_service.proto.

/// The message `recours.v1.AcknowledgementResult`.
public struct AcknowledgementResult: RecoursMessage {
    /// Field 1, `case_id`.
    public var caseID: [UInt8]
    /// One of several, or none: `outcome`.
    public var outcome: Outcome?

    /// A message of these values; what is left out is absent or has its default.
    public init(
        caseID: [UInt8] = [],
        outcome: Outcome? = nil
    ) {
        self.caseID = caseID
        self.outcome = outcome
    }

    /// The members of `outcome`.
    public enum Outcome: Sendable, Hashable {
        /// Field 2, `acknowledged`.
        case acknowledged(AcknowledgedCase)
        /// Field 3, `refusal`.
        case refusal(Status)
    }

    /// `recours.v1.AcknowledgementResult`.
    public static var protoName: String { "recours.v1.AcknowledgementResult" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
