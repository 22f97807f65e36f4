// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/operator_service.proto.

/// The message `recours.v1.BackUpResult`.
public struct BackUpResult: RecoursMessage {
    /// What it is called within the server's directory of backups.
    public var name: String
    /// Field 2, `cases`.
    public var cases: UInt64
    /// Field 3, `events`.
    public var events: UInt64
    /// Field 4, `files`.
    public var files: UInt64
    /// Of the database.
    public var bytes: UInt64

    /// A message of these values; what is left out is absent or has its default.
    public init(
        name: String = "",
        cases: UInt64 = 0,
        events: UInt64 = 0,
        files: UInt64 = 0,
        bytes: UInt64 = 0
    ) {
        self.name = name
        self.cases = cases
        self.events = events
        self.files = files
        self.bytes = bytes
    }

    /// `recours.v1.BackUpResult`.
    public static var protoName: String { "recours.v1.BackUpResult" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
