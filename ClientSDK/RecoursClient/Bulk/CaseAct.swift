// SPDX-License-Identifier: EUPL-1.2

public import RecoursMessages

/// One act of many, with the key that names it for ever.
public struct CaseAct: Sendable, Hashable {
    /// The case's identifier, 16 bytes.
    public var caseID: [UInt8]
    /// What is to be done to it.
    public var action: Action
    /// Refused if the case has moved on from this version; 0 takes it as it is.
    public var expectedVersion: UInt64
    /// Keep it if you may have to send the act again after a restart of your own.
    public var key: IdempotencyKey

    /// An act with a key; a new one unless told.
    public init(
        on caseID: [UInt8], _ action: Action, expectedVersion: UInt64 = 0,
        key: IdempotencyKey = IdempotencyKey()
    ) {
        self.caseID = caseID
        self.action = action
        self.expectedVersion = expectedVersion
        self.key = key
    }
}
