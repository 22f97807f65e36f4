// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/errors.proto.

/// Every violation of a request (at most 50), not only the first.
public struct BadRequest: RecoursMessage {
    /// Field 1, `violations`.
    public var violations: [FieldViolation]

    /// A message of these values; what is left out is absent or has its default.
    public init(
        violations: [FieldViolation] = []
    ) {
        self.violations = violations
    }

    /// `recours.v1.BadRequest`.
    public static var protoName: String { "recours.v1.BadRequest" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
