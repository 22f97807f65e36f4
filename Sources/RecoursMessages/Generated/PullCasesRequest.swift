// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/inbox_service.proto.

/// The message `recours.v1.PullCasesRequest`.
public struct PullCasesRequest: RecoursMessage {
    /// Opaque; empty for the inbox's beginning.
    public var cursor: [UInt8]
    /// 1 to 1,000; 0 means 100. An answer also ends at 1 MiB.
    public var maxCases: UInt32
    /// How long to wait if there is nothing: at most 30,000, and at most the call's deadline less
    /// one second.
    public var waitMs: UInt32

    /// A message of these values; what is left out is absent or has its default.
    public init(
        cursor: [UInt8] = [],
        maxCases: UInt32 = 0,
        waitMs: UInt32 = 0
    ) {
        self.cursor = cursor
        self.maxCases = maxCases
        self.waitMs = waitMs
    }

    /// `recours.v1.PullCasesRequest`.
    public static var protoName: String { "recours.v1.PullCasesRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
