// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/wire/v1/wire.proto.

/// Why a connection is going away.
package enum WireGoAwayReason: RecoursEnumeration {
    /// `GO_AWAY_REASON_UNSPECIFIED`.
    case unspecified
    /// Orderly drain: shutdown, age or reload.
    case draining
    /// `GO_AWAY_REASON_IDLE`.
    case idle
    /// `GO_AWAY_REASON_MAX_AGE`.
    case maxAge
    /// The peer broke the protocol.
    case protocolError
    /// `GO_AWAY_REASON_FRAME_TOO_LARGE`.
    case frameTooLarge
    /// More DATA than credit.
    case flowControl
    /// Too many CANCEL, PING, CREDIT or refused calls in a short time.
    case calmDown
    /// The peer's certificate or partner was revoked.
    case revoked
    /// `GO_AWAY_REASON_UNAUTHENTICATED`.
    case unauthenticated
    /// `GO_AWAY_REASON_INTERNAL`.
    case `internal`
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .draining
        case 2: self = .idle
        case 3: self = .maxAge
        case 4: self = .protocolError
        case 5: self = .frameTooLarge
        case 6: self = .flowControl
        case 7: self = .calmDown
        case 8: self = .revoked
        case 9: self = .unauthenticated
        case 10: self = .`internal`
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .draining: 1
        case .idle: 2
        case .maxAge: 3
        case .protocolError: 4
        case .frameTooLarge: 5
        case .flowControl: 6
        case .calmDown: 7
        case .revoked: 8
        case .unauthenticated: 9
        case .`internal`: 10
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    package static var allCases: [Self] {
        [
            .unspecified, .draining, .idle, .maxAge, .protocolError, .frameTooLarge, .flowControl,
            .calmDown, .revoked, .unauthenticated, .`internal`,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    package static var names: [String] {
        [
            "UNSPECIFIED", "DRAINING", "IDLE", "MAX_AGE", "PROTOCOL_ERROR", "FRAME_TOO_LARGE",
            "FLOW_CONTROL", "CALM_DOWN", "REVOKED", "UNAUTHENTICATED", "INTERNAL",
        ]
    }

    /// What every name begins with in the schema.
    package static var namePrefix: String { "GO_AWAY_REASON_" }
}
