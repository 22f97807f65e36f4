// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/figures_service.proto.

/// The message `recours.v1.GetFiguresResponse`.
public struct GetFiguresResponse: RecoursMessage {
    /// When they were read, in milliseconds since 1970.
    public var readAtMs: Int64
    /// Counts below it, but 0, are withheld; 0: none is.
    public var threshold: UInt32
    /// The sum of all that was asked for; then by platform, by category, by both and by month.
    public var lines: [FigureLine]
    /// Months were asked for and are not told: they are kept of a category and of a campaign, not
    /// of both together.
    public var monthsLeftOut: Bool

    /// A message of these values; what is left out is absent or has its default.
    public init(
        readAtMs: Int64 = 0,
        threshold: UInt32 = 0,
        lines: [FigureLine] = [],
        monthsLeftOut: Bool = false
    ) {
        self.readAtMs = readAtMs
        self.threshold = threshold
        self.lines = lines
        self.monthsLeftOut = monthsLeftOut
    }

    /// `recours.v1.GetFiguresResponse`.
    public static var protoName: String { "recours.v1.GetFiguresResponse" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
