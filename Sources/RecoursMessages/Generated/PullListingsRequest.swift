// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

/// The message `recours.v1.PullListingsRequest`.
public struct PullListingsRequest: RecoursMessage {
    /// Opaque; empty for the beginning.
    public var cursor: [UInt8]
    /// 1 to 1,000; 0 means 100. An answer also ends at 1 MiB.
    public var maxListings: UInt32
    /// How long to wait if there is nothing: at most 30,000, and at most the call's deadline less
    /// one second.
    public var waitMs: UInt32

    /// A message of these values; what is left out is absent or has its default.
    public init(
        cursor: [UInt8] = [],
        maxListings: UInt32 = 0,
        waitMs: UInt32 = 0
    ) {
        self.cursor = cursor
        self.maxListings = maxListings
        self.waitMs = waitMs
    }

    /// `recours.v1.PullListingsRequest`.
    public static var protoName: String { "recours.v1.PullListingsRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
