// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation_service.proto.

/// Why a case waits for a mediator.
public enum QueueReason: RecoursEnumeration {
    /// `QUEUE_REASON_UNSPECIFIED`.
    case unspecified
    /// SUBMITTED and not sent to a platform by itself.
    case held
    /// INADMISSIBLE, and contested.
    case contested
    /// IN_MEDIATION.
    case mediation
    /// The platform has not taken note in time; it may still answer.
    case unacknowledged
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .held
        case 2: self = .contested
        case 3: self = .mediation
        case 4: self = .unacknowledged
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .held: 1
        case .contested: 2
        case .mediation: 3
        case .unacknowledged: 4
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .held, .contested, .mediation, .unacknowledged,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "HELD", "CONTESTED", "MEDIATION", "UNACKNOWLEDGED",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "QUEUE_REASON_" }
}
