// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/errors.proto.

/// gRPC's seventeen status codes, with gRPC's numbers and meanings.
public enum StatusCode: RecoursEnumeration {
    /// `STATUS_CODE_OK`.
    case ok
    /// `STATUS_CODE_CANCELLED`.
    case cancelled
    /// `STATUS_CODE_UNKNOWN`.
    case unknown
    /// `STATUS_CODE_INVALID_ARGUMENT`.
    case invalidArgument
    /// `STATUS_CODE_DEADLINE_EXCEEDED`.
    case deadlineExceeded
    /// `STATUS_CODE_NOT_FOUND`.
    case notFound
    /// `STATUS_CODE_ALREADY_EXISTS`.
    case alreadyExists
    /// `STATUS_CODE_PERMISSION_DENIED`.
    case permissionDenied
    /// `STATUS_CODE_RESOURCE_EXHAUSTED`.
    case resourceExhausted
    /// `STATUS_CODE_FAILED_PRECONDITION`.
    case failedPrecondition
    /// `STATUS_CODE_ABORTED`.
    case aborted
    /// `STATUS_CODE_OUT_OF_RANGE`.
    case outOfRange
    /// `STATUS_CODE_UNIMPLEMENTED`.
    case unimplemented
    /// `STATUS_CODE_INTERNAL`.
    case `internal`
    /// `STATUS_CODE_UNAVAILABLE`.
    case unavailable
    /// `STATUS_CODE_DATA_LOSS`.
    case dataLoss
    /// `STATUS_CODE_UNAUTHENTICATED`.
    case unauthenticated
    /// A number that this version of the software has no name for.
    case unrecognized(Int32)

    /// The value of a number of the schema.
    public init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .ok
        case 1: self = .cancelled
        case 2: self = .unknown
        case 3: self = .invalidArgument
        case 4: self = .deadlineExceeded
        case 5: self = .notFound
        case 6: self = .alreadyExists
        case 7: self = .permissionDenied
        case 8: self = .resourceExhausted
        case 9: self = .failedPrecondition
        case 10: self = .aborted
        case 11: self = .outOfRange
        case 12: self = .unimplemented
        case 13: self = .`internal`
        case 14: self = .unavailable
        case 15: self = .dataLoss
        case 16: self = .unauthenticated
        default: self = .unrecognized(rawValue)
        }
    }

    /// The number in the schema.
    public var rawValue: Int32 {
        switch self {
        case .ok: 0
        case .cancelled: 1
        case .unknown: 2
        case .invalidArgument: 3
        case .deadlineExceeded: 4
        case .notFound: 5
        case .alreadyExists: 6
        case .permissionDenied: 7
        case .resourceExhausted: 8
        case .failedPrecondition: 9
        case .aborted: 10
        case .outOfRange: 11
        case .unimplemented: 12
        case .`internal`: 13
        case .unavailable: 14
        case .dataLoss: 15
        case .unauthenticated: 16
        case .unrecognized(let number): number
        }
    }

    /// Every value of the schema, in its order.
    public static var allCases: [Self] {
        [
            .ok, .cancelled, .unknown, .invalidArgument, .deadlineExceeded, .notFound,
            .alreadyExists, .permissionDenied, .resourceExhausted, .failedPrecondition, .aborted,
            .outOfRange, .unimplemented, .`internal`, .unavailable, .dataLoss, .unauthenticated,
        ]
    }

    /// The names of `allCases` in the schema, without the prefix they share.
    public static var names: [String] {
        [
            "OK", "CANCELLED", "UNKNOWN", "INVALID_ARGUMENT", "DEADLINE_EXCEEDED", "NOT_FOUND",
            "ALREADY_EXISTS", "PERMISSION_DENIED", "RESOURCE_EXHAUSTED", "FAILED_PRECONDITION",
            "ABORTED", "OUT_OF_RANGE", "UNIMPLEMENTED", "INTERNAL", "UNAVAILABLE", "DATA_LOSS",
            "UNAUTHENTICATED",
        ]
    }

    /// What every name begins with in the schema.
    public static var namePrefix: String { "STATUS_CODE_" }
}
