// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/exchange.proto.

/// The enumeration `recours.v1.ExchangeKind`.
public enum ExchangeKind: RecoursEnumeration {
    /// `EXCHANGE_KIND_UNSPECIFIED`.
    case unspecified
    /// A mediator's question; a platform's is a response INFO_NEEDED.
    case question
    /// `EXCHANGE_KIND_INFORMATION`.
    case information
    /// `EXCHANGE_KIND_MESSAGE`.
    case message
    /// A mediator's word to all parties.
    case statement
    /// Why the case is not inadmissible.
    case contest
    /// The new fact for which a case was reopened.
    case reopening
    /// What shows that a promised remedy was carried out.
    case remedyProof
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .question
        case 2: self = .information
        case 3: self = .message
        case 4: self = .statement
        case 5: self = .contest
        case 6: self = .reopening
        case 7: self = .remedyProof
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .question: 1
        case .information: 2
        case .message: 3
        case .statement: 4
        case .contest: 5
        case .reopening: 6
        case .remedyProof: 7
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .question, .information, .message, .statement, .contest, .reopening,
            .remedyProof,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "QUESTION", "INFORMATION", "MESSAGE", "STATEMENT", "CONTEST",
            "REOPENING", "REMEDY_PROOF",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "EXCHANGE_KIND_" }
}
