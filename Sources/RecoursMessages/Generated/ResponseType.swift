// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/response.proto.

/// There is no free "other": an answer says what it is.
public enum ResponseType: RecoursEnumeration {
    /// `RESPONSE_TYPE_UNSPECIFIED`.
    case unspecified
    /// Needs remedies.
    case remedyDone
    /// Needs remedies and due_on.
    case remedyPromised
    /// Needs statement_of_reasons.
    case explanation
    /// Needs statement_of_reasons with its redress.
    case decisionUpheld
    /// Needs not_concerned_reason.
    case notConcerned
    /// `RESPONSE_TYPE_INFO_NEEDED`.
    case infoNeeded
    /// Interim: needs due_on and text.
    case inProgress
    /// Needs duplicate_of.
    case duplicateOf
    /// Needs proof.
    case alreadySettled
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .remedyDone
        case 2: self = .remedyPromised
        case 3: self = .explanation
        case 4: self = .decisionUpheld
        case 5: self = .notConcerned
        case 6: self = .infoNeeded
        case 7: self = .inProgress
        case 8: self = .duplicateOf
        case 9: self = .alreadySettled
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .remedyDone: 1
        case .remedyPromised: 2
        case .explanation: 3
        case .decisionUpheld: 4
        case .notConcerned: 5
        case .infoNeeded: 6
        case .inProgress: 7
        case .duplicateOf: 8
        case .alreadySettled: 9
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .remedyDone, .remedyPromised, .explanation, .decisionUpheld,
            .notConcerned, .infoNeeded, .inProgress, .duplicateOf, .alreadySettled,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "REMEDY_DONE", "REMEDY_PROMISED", "EXPLANATION", "DECISION_UPHELD",
            "NOT_CONCERNED", "INFO_NEEDED", "IN_PROGRESS", "DUPLICATE_OF", "ALREADY_SETTLED",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "RESPONSE_TYPE_" }
}
