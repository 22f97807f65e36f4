// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/response.proto.

/// The enumeration `recours.v1.ProvisionDecision`.
public enum ProvisionDecision: RecoursEnumeration {
    /// `PROVISION_DECISION_UNSPECIFIED`.
    case unspecified
    /// `PROVISION_DECISION_PARTIAL_SUSPENSION`.
    case partialSuspension
    /// `PROVISION_DECISION_TOTAL_SUSPENSION`.
    case totalSuspension
    /// `PROVISION_DECISION_PARTIAL_TERMINATION`.
    case partialTermination
    /// `PROVISION_DECISION_TOTAL_TERMINATION`.
    case totalTermination
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .partialSuspension
        case 2: self = .totalSuspension
        case 3: self = .partialTermination
        case 4: self = .totalTermination
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .partialSuspension: 1
        case .totalSuspension: 2
        case .partialTermination: 3
        case .totalTermination: 4
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .partialSuspension, .totalSuspension, .partialTermination,
            .totalTermination,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "PARTIAL_SUSPENSION", "TOTAL_SUSPENSION", "PARTIAL_TERMINATION",
            "TOTAL_TERMINATION",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "PROVISION_DECISION_" }
}
