// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/evidence_service.proto.

/// The message `recours.v1.GetEvidenceRequest`.
public struct GetEvidenceRequest: RecoursMessage {
    /// Field 1, `id`.
    public var id: [UInt8]

    /// A message of these values; what is left out is absent or has its default.
    public init(
        id: [UInt8] = []
    ) {
        self.id = id
    }

    /// `recours.v1.GetEvidenceRequest`.
    public static var protoName: String { "recours.v1.GetEvidenceRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
