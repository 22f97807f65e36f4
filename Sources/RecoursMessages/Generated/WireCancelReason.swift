// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/wire/v1/wire.proto.

/// Why a call is cancelled.
package enum WireCancelReason: RecoursEnumeration {
    /// `CANCEL_REASON_UNSPECIFIED`.
    case unspecified
    /// The client no longer wants the answer.
    case abandoned
    /// The client's own deadline passed.
    case deadline
    /// From the server: no handler ran, the call may safely be retried.
    case refused
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .abandoned
        case 2: self = .deadline
        case 3: self = .refused
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .abandoned: 1
        case .deadline: 2
        case .refused: 3
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    package static var allCases: [Self] {
        [
            .unspecified, .abandoned, .deadline, .refused,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    package static var names: [String] {
        [
            "UNSPECIFIED", "ABANDONED", "DEADLINE", "REFUSED",
        ]
    }

    /// What every name begins with in the schema.
    package static var namePrefix: String { "CANCEL_REASON_" }
}
