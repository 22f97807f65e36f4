// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case_service.proto.

/// The message `recours.v1.GiveVerdictRequest`.
public struct GiveVerdictRequest: RecoursMessage {
    /// Field 1, `case_id`.
    public var caseID: [UInt8]
    /// Refused with StateConflict if the case has moved on; 0: whatever it is.
    public var expectedVersion: UInt64
    /// Field 3, `accepted`.
    public var accepted: Bool
    /// Required in a refusal: 1 to 2,000 characters.
    public var reason: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        caseID: [UInt8] = [],
        expectedVersion: UInt64 = 0,
        accepted: Bool = false,
        reason: String = ""
    ) {
        self.caseID = caseID
        self.expectedVersion = expectedVersion
        self.accepted = accepted
        self.reason = reason
    }

    /// `recours.v1.GiveVerdictRequest`.
    public static var protoName: String { "recours.v1.GiveVerdictRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
