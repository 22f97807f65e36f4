// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/errors.proto.

/// The case is not in a state, or at the version, which the command needs.
public struct StateConflict: RecoursMessage {
    /// CaseState as it is now; see case.proto.
    public var state: Int32
    /// Field 2, `version`.
    public var version: UInt64

    /// A message of these values; what is left out is absent or has its default.
    public init(
        state: Int32 = 0,
        version: UInt64 = 0
    ) {
        self.state = state
        self.version = version
    }

    /// `recours.v1.StateConflict`.
    public static var protoName: String { "recours.v1.StateConflict" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
