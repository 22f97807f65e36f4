// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/errors.proto.

/// One rule that one field breaks.
public struct FieldViolation: RecoursMessage {
    /// Path from the request's case or response, e.g. "complainant.siret", "listings[3].gtin".
    public var fieldPath: String
    /// Stable code in UPPER_SNAKE_CASE, e.g. "SIRET_CHECKSUM". Client software words it in its
    /// user's language.
    public var code: String
    /// The rule's bound, where it has one.
    public var limit: Int64?
    /// What was found, where it is a number.
    public var actual: Int64?
    /// For people.
    public var description: String

    /// A message of these values; what is left out is absent or has its default.
    public init(
        fieldPath: String = "",
        code: String = "",
        limit: Int64? = nil,
        actual: Int64? = nil,
        description: String = ""
    ) {
        self.fieldPath = fieldPath
        self.code = code
        self.limit = limit
        self.actual = actual
        self.description = description
    }

    /// `recours.v1.FieldViolation`.
    public static var protoName: String { "recours.v1.FieldViolation" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
