// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim.proto.

/// How many listings of a claim are in a state.
public struct ListingCount: RecoursMessage {
    /// Field 1, `state`.
    public var state: ListingState
    /// Field 2, `count`.
    public var count: UInt64

    /// A message of these values; what is left out is absent or has its default.
    public init(
        state: ListingState = .unspecified,
        count: UInt64 = 0
    ) {
        self.state = state
        self.count = count
    }

    /// `recours.v1.ListingCount`.
    public static var protoName: String { "recours.v1.ListingCount" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
