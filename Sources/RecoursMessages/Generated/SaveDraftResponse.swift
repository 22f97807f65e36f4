// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/action_service.proto.

/// The message `recours.v1.SaveDraftResponse`.
public struct SaveDraftResponse: RecoursMessage {
    /// Field 1, `case_id`.
    public var caseID: [UInt8]
    /// Field 2, `public_number`.
    public var publicNumber: String
    /// Field 3, `version`.
    public var version: UInt64

    /// A message of these values; what is left out is absent or has its default.
    public init(
        caseID: [UInt8] = [],
        publicNumber: String = "",
        version: UInt64 = 0
    ) {
        self.caseID = caseID
        self.publicNumber = publicNumber
        self.version = version
    }

    /// `recours.v1.SaveDraftResponse`.
    public static var protoName: String { "recours.v1.SaveDraftResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
