// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/figures_service.proto.

/// The message `recours.v1.FigureDuration`.
public struct FigureDuration: RecoursMessage {
    /// Field 1, `kind`.
    public var kind: FigureDurationKind
    /// Of how many cases; absent if that is withheld.
    public var sample: UInt64?
    /// By nearest rank, of minutes rounded up, and beyond a day rounded up to hours. Absent if
    /// there are too few.
    public var medianMinutes: UInt32?
    /// 95 in 100 took no longer.
    public var p95Minutes: UInt32?

    /// A message of these values; what is left out is absent or has its default.
    public init(
        kind: FigureDurationKind = .unspecified,
        sample: UInt64? = nil,
        medianMinutes: UInt32? = nil,
        p95Minutes: UInt32? = nil
    ) {
        self.kind = kind
        self.sample = sample
        self.medianMinutes = medianMinutes
        self.p95Minutes = p95Minutes
    }

    /// `recours.v1.FigureDuration`.
    public static var protoName: String { "recours.v1.FigureDuration" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
