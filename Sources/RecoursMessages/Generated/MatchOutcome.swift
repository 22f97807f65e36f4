// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/feed_service.proto.

/// The enumeration `recours.v1.MatchOutcome`.
public enum MatchOutcome: RecoursEnumeration {
    /// `MATCH_OUTCOME_UNSPECIFIED`.
    case unspecified
    /// Under the claim's review_threshold: nothing is stored.
    case below
    /// Waits for a person.
    case queued
    /// Reported to the platform now.
    case reported
    /// Known and waiting, reported or decided already.
    case known
    /// Removed before and there again: reported again.
    case reappeared
    /// A person has said that it is no copy, or the claim takes nothing now.
    case passedOver
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .below
        case 2: self = .queued
        case 3: self = .reported
        case 4: self = .known
        case 5: self = .reappeared
        case 6: self = .passedOver
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .below: 1
        case .queued: 2
        case .reported: 3
        case .known: 4
        case .reappeared: 5
        case .passedOver: 6
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .below, .queued, .reported, .known, .reappeared, .passedOver,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "BELOW", "QUEUED", "REPORTED", "KNOWN", "REAPPEARED", "PASSED_OVER",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "MATCH_OUTCOME_" }
}
