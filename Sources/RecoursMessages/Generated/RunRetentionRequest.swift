// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/retention_service.proto.

/// The message `recours.v1.RunRetentionRequest`.
public struct RunRetentionRequest: RecoursMessage {
    /// Count, erase nothing.
    public var dryRun: Bool
    /// If more cases than this are due, nothing is erased: INVALID_ARGUMENT. 0: 2,500.
    public var ceiling: UInt32
    /// The moment by which is counted, not later than now unless it is a dry run; 0: now.
    public var asOfMs: Int64

    /// A message of these values; what is left out is absent or has its default.
    public init(
        dryRun: Bool = false,
        ceiling: UInt32 = 0,
        asOfMs: Int64 = 0
    ) {
        self.dryRun = dryRun
        self.ceiling = ceiling
        self.asOfMs = asOfMs
    }

    /// `recours.v1.RunRetentionRequest`.
    public static var protoName: String { "recours.v1.RunRetentionRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
