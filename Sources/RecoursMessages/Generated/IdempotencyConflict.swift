// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/errors.proto.

/// The idempotency key (or external reference) was used before with other content.
public struct IdempotencyConflict: RecoursMessage {
    /// The case which the earlier use made; empty if none.
    public var caseID: [UInt8]
    /// "idempotency_key" or "external_ref".
    public var field: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        caseID: [UInt8] = [],
        field: String = ""
    ) {
        self.caseID = caseID
        self.field = field
    }

    /// `recours.v1.IdempotencyConflict`.
    public static var protoName: String { "recours.v1.IdempotencyConflict" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
