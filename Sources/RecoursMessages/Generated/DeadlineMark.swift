// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

/// A reminder of a clock, or that it has run out (no stage).
public struct DeadlineMark: RecoursMessage {
    /// Field 1, `kind`.
    public var kind: DeadlineKind
    /// Field 2, `stage`.
    public var stage: ReminderStage

    /// A message of these values; what is left out is absent or has its default.
    public init(
        kind: DeadlineKind = .unspecified,
        stage: ReminderStage = .unspecified
    ) {
        self.kind = kind
        self.stage = stage
    }

    /// `recours.v1.DeadlineMark`.
    public static var protoName: String { "recours.v1.DeadlineMark" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
