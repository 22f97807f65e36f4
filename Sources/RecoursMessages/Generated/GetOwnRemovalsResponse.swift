// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/figures_service.proto.

/// The message `recours.v1.GetOwnRemovalsResponse`.
public struct GetOwnRemovalsResponse: RecoursMessage {
    /// When they were read, in milliseconds since 1970.
    public var readAtMs: Int64
    /// The sum of all; then by platform, by month, and by platform and month. They hold REMOVALS
    /// and REMOVE alone.
    public var lines: [FigureLine]
    /// There are older removals than could be read: only the newest are counted.
    public var olderLeftOut: Bool

    /// A message of these values; what is left out is absent or has its default.
    public init(
        readAtMs: Int64 = 0,
        lines: [FigureLine] = [],
        olderLeftOut: Bool = false
    ) {
        self.readAtMs = readAtMs
        self.lines = lines
        self.olderLeftOut = olderLeftOut
    }

    /// `recours.v1.GetOwnRemovalsResponse`.
    public static var protoName: String { "recours.v1.GetOwnRemovalsResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
