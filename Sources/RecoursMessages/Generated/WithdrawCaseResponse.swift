// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case_service.proto.

/// The message `recours.v1.WithdrawCaseResponse`.
public struct WithdrawCaseResponse: RecoursMessage {
    /// Field 1, `state`.
    public var state: CaseState
    /// Field 2, `version`.
    public var version: UInt64

    /// A message of these values; what is left out is absent or has its default.
    public init(
        state: CaseState = .unspecified,
        version: UInt64 = 0
    ) {
        self.state = state
        self.version = version
    }

    /// `recours.v1.WithdrawCaseResponse`.
    public static var protoName: String { "recours.v1.WithdrawCaseResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
