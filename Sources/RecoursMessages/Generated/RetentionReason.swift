// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/retention_service.proto.

/// The enumeration `recours.v1.RetentionReason`.
public enum RetentionReason: RecoursEnumeration {
    /// `RETENTION_REASON_UNSPECIFIED`.
    case unspecified
    /// Closed 24 months ago.
    case closed
    /// Closed 60 months ago; for cases about intellectual property or money.
    case closedWithClaims
    /// A draft that nobody has touched for 30 days.
    case idleDraft
    /// Closed 6 months ago: its files alone.
    case evidence
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .closed
        case 2: self = .closedWithClaims
        case 3: self = .idleDraft
        case 4: self = .evidence
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .closed: 1
        case .closedWithClaims: 2
        case .idleDraft: 3
        case .evidence: 4
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .closed, .closedWithClaims, .idleDraft, .evidence,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "CLOSED", "CLOSED_WITH_CLAIMS", "IDLE_DRAFT", "EVIDENCE",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "RETENTION_REASON_" }
}
