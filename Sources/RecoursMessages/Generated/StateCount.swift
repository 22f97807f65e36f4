// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/campaign_service.proto.

/// How many cases of a campaign are in a state.
public struct StateCount: RecoursMessage {
    /// Field 1, `state`.
    public var state: CaseState
    /// Field 2, `count`.
    public var count: UInt64

    /// A message of these values; what is left out is absent or has its default.
    public init(
        state: CaseState = .unspecified,
        count: UInt64 = 0
    ) {
        self.state = state
        self.count = count
    }

    /// `recours.v1.StateCount`.
    public static var protoName: String { "recours.v1.StateCount" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
