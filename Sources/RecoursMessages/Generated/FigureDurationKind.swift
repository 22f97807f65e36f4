// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/figures_service.proto.

/// What is timed, from the transmission to the platform.
public enum FigureDurationKind: RecoursEnumeration {
    /// `FIGURE_DURATION_KIND_UNSPECIFIED`.
    case unspecified
    /// Until the platform took note.
    case acknowledge
    /// Until its first final answer.
    case answer
    /// Until a closure as resolved.
    case resolve
    /// Until the first answer that counts among REMOVALS.
    case remove
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .acknowledge
        case 2: self = .answer
        case 3: self = .resolve
        case 4: self = .remove
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .acknowledge: 1
        case .answer: 2
        case .resolve: 3
        case .remove: 4
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .unspecified, .acknowledge, .answer, .resolve, .remove,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "UNSPECIFIED", "ACKNOWLEDGE", "ANSWER", "RESOLVE", "REMOVE",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "FIGURE_DURATION_KIND_" }
}
