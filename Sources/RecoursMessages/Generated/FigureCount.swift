// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/figures_service.proto.

/// The message `recours.v1.FigureCount`.
public struct FigureCount: RecoursMessage {
    /// Field 1, `counter`.
    public var counter: FigureCounter
    /// Absent if it is withheld.
    public var count: UInt64?

    /// A message of these values; what is left out is absent or has its default.
    public init(
        counter: FigureCounter = .unspecified,
        count: UInt64? = nil
    ) {
        self.counter = counter
        self.count = count
    }

    /// `recours.v1.FigureCount`.
    public static var protoName: String { "recours.v1.FigureCount" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
