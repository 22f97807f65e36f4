// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

/// The enumeration `recours.v1.EventKind`.
public enum EventKind: RecoursEnumeration {
    /// `EVENT_KIND_UNSPECIFIED`.
    case unspecified
    /// `EVENT_KIND_SUBMITTED`.
    case submitted
    /// `EVENT_KIND_TRANSMITTED`.
    case transmitted
    /// `EVENT_KIND_ROUTED_OUT_OF_SCOPE`.
    case routedOutOfScope
    /// `EVENT_KIND_ROUTED_TO_MEDIATION`.
    case routedToMediation
    /// `EVENT_KIND_ACKNOWLEDGED`.
    case acknowledged
    /// `EVENT_KIND_RESPONDED`.
    case responded
    /// `EVENT_KIND_ANSWER_ACCEPTED`.
    case answerAccepted
    /// `EVENT_KIND_ANSWER_REFUSED`.
    case answerRefused
    /// `EVENT_KIND_WITHDRAWN`.
    case withdrawn
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .submitted
        case 2: self = .transmitted
        case 3: self = .routedOutOfScope
        case 4: self = .routedToMediation
        case 5: self = .acknowledged
        case 6: self = .responded
        case 7: self = .answerAccepted
        case 8: self = .answerRefused
        case 9: self = .withdrawn
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .submitted: 1
        case .transmitted: 2
        case .routedOutOfScope: 3
        case .routedToMediation: 4
        case .acknowledged: 5
        case .responded: 6
        case .answerAccepted: 7
        case .answerRefused: 8
        case .withdrawn: 9
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .submitted, .transmitted, .routedOutOfScope, .routedToMediation,
            .acknowledged, .responded, .answerAccepted, .answerRefused, .withdrawn,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "SUBMITTED", "TRANSMITTED", "ROUTED_OUT_OF_SCOPE", "ROUTED_TO_MEDIATION",
            "ACKNOWLEDGED", "RESPONDED", "ANSWER_ACCEPTED", "ANSWER_REFUSED", "WITHDRAWN",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "EVENT_KIND_" }
}
