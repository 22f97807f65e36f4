// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

/// The message `recours.v1.MergeTarget`.
public struct MergeTarget: RecoursMessage {
    /// Field 1, `case_id`.
    public var caseID: [UInt8]
    /// Field 2, `public_number`.
    public var publicNumber: String
    /// Why it is the same case: 1 to 2,000 characters.
    public var reason: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        caseID: [UInt8] = [],
        publicNumber: String = "",
        reason: String = ""
    ) {
        self.caseID = caseID
        self.publicNumber = publicNumber
        self.reason = reason
    }

    /// `recours.v1.MergeTarget`.
    public static var protoName: String { "recours.v1.MergeTarget" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
