// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/evidence_service.proto.

/// The message `recours.v1.ListEvidenceRequest`.
public struct ListEvidenceRequest: RecoursMessage {
    /// Empty: the caller's own files that are attached to no case.
    public var caseID: [UInt8]

    /// A message of these values; what is left out is absent or has its default.
    public init(
        caseID: [UInt8] = []
    ) {
        self.caseID = caseID
    }

    /// `recours.v1.ListEvidenceRequest`.
    public static var protoName: String { "recours.v1.ListEvidenceRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
