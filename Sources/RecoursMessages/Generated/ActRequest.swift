// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/action_service.proto.

/// The message `recours.v1.ActRequest`.
public struct ActRequest: RecoursMessage {
    /// Field 1, `case_id`.
    public var caseID: [UInt8]
    /// Refused with StateConflict if the case has moved on; 0: whatever it is.
    public var expectedVersion: UInt64
    /// Field 3, `action`.
    public var action: Action?

    /// A message of these values; what is left out is absent or has its default.
    public init(
        caseID: [UInt8] = [],
        expectedVersion: UInt64 = 0,
        action: Action? = nil
    ) {
        self.caseID = caseID
        self.expectedVersion = expectedVersion
        self.action = action
    }

    /// `recours.v1.ActRequest`.
    public static var protoName: String { "recours.v1.ActRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
