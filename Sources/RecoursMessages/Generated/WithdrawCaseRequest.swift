// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case_service.proto.

/// The message `recours.v1.WithdrawCaseRequest`.
public struct WithdrawCaseRequest: RecoursMessage {
    /// Field 1, `case_id`.
    public var caseID: [UInt8]
    /// Field 2, `expected_version`.
    public var expectedVersion: UInt64
    /// At most 2,000 characters.
    public var reason: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        caseID: [UInt8] = [],
        expectedVersion: UInt64 = 0,
        reason: String = ""
    ) {
        self.caseID = caseID
        self.expectedVersion = expectedVersion
        self.reason = reason
    }

    /// `recours.v1.WithdrawCaseRequest`.
    public static var protoName: String { "recours.v1.WithdrawCaseRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
