// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/evidence_service.proto.

/// The message `recours.v1.ListEvidenceResponse`.
public struct ListEvidenceResponse: RecoursMessage {
    /// At most 1,000.
    public var evidence: [Evidence]

    /// A message of these values; what is left out is absent or has its default.
    public init(
        evidence: [Evidence] = []
    ) {
        self.evidence = evidence
    }

    /// `recours.v1.ListEvidenceResponse`.
    public static var protoName: String { "recours.v1.ListEvidenceResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
