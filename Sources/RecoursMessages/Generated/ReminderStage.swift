// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

/// The enumeration `recours.v1.ReminderStage`.
public enum ReminderStage: RecoursEnumeration {
    /// `REMINDER_STAGE_UNSPECIFIED`.
    case unspecified
    /// `REMINDER_STAGE_HALF`.
    case half
    /// `REMINDER_STAGE_FOUR_FIFTHS`.
    case fourFifths
    /// `REMINDER_STAGE_LAST_DAY`.
    case lastDay
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .half
        case 2: self = .fourFifths
        case 3: self = .lastDay
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .half: 1
        case .fourFifths: 2
        case .lastDay: 3
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .half, .fourFifths, .lastDay,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "HALF", "FOUR_FIFTHS", "LAST_DAY",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "REMINDER_STAGE_" }
}
