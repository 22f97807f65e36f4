// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/operator_service.proto.

/// The message `recours.v1.BackUpProgress`.
public struct BackUpProgress: RecoursMessage {
    /// Field 1, `stage`.
    public var stage: BackUpStage
    /// Field 2, `done`.
    public var done: UInt64
    /// Field 3, `total`.
    public var total: UInt64
    /// In the last message alone.
    public var result: BackUpResult?

    /// A message of these values; what is left out is absent or has its default.
    public init(
        stage: BackUpStage = .unspecified,
        done: UInt64 = 0,
        total: UInt64 = 0,
        result: BackUpResult? = nil
    ) {
        self.stage = stage
        self.done = done
        self.total = total
        self.result = result
    }

    /// `recours.v1.BackUpProgress`.
    public static var protoName: String { "recours.v1.BackUpProgress" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
