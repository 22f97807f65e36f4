// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/evidence_service.proto.

/// The message `recours.v1.GetEvidenceResponse`.
public struct GetEvidenceResponse: RecoursMessage {
    /// Field 1, `evidence`.
    public var evidence: Evidence? {
        get { evidenceBox.value }
        set { evidenceBox = Boxed(newValue) }
    }
    var evidenceBox: Boxed<Evidence>

    /// A message of these values; what is left out is absent or has its default.
    public init(
        evidence: Evidence? = nil
    ) {
        evidenceBox = Boxed(evidence)
    }

    /// `recours.v1.GetEvidenceResponse`.
    public static var protoName: String { "recours.v1.GetEvidenceResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
