// SPDX-License-Identifier: EUPL-1.2

internal import RecoursClient
internal import RecoursMessages

/// What a command's exit code says; numbers from 64 on are those of sysexits.h.
enum ExitStatus: Int32, CaseIterable, Sendable {
    case done = 0
    case failed = 1
    case partly = 3
    case usage = 64
    case badData = 65
    case noInput = 66
    case unavailable = 69
    case cannotCreate = 73
    case inputOutput = 74
    case temporary = 75
    case protocolError = 76
    case noPermission = 77
    case configuration = 78
    case notFound = 80
    case conflict = 81
    case interrupted = 130

    /// One line for the table.
    var meaning: String {
        switch self {
        case .done: "all was done"
        case .failed: "a failure of no other kind; a bug, of the server or of this program"
        case .partly: "partial success: some items were refused or not sent"
        case .usage: "the command line is wrong"
        case .badData: "the data breaks rules; nothing was filed"
        case .noInput: "a file cannot be opened"
        case .unavailable: "the server cannot be reached or does not serve"
        case .cannotCreate: "a file cannot be made; nothing is overwritten"
        case .inputOutput: "reading or writing a file failed"
        case .temporary:
            "a deadline passed or a quota is used up: the same command may succeed later"
        case .protocolError: "the server does not know the call, or spoke another protocol"
        case .noPermission: "the certificate was refused, or does not allow this"
        case .configuration: "no profile, or one that cannot be used"
        case .notFound:
            "there is no such case, claim, partner or mandate, or it is not yours to see"
        case .conflict: "it was done otherwise before, or the case has moved on"
        case .interrupted: "stopped by Ctrl-C"
        }
    }

    /// The one mapping from the protocol's codes.
    init(_ code: StatusCode) {
        switch code {
        case .ok: self = .done
        case .invalidArgument, .outOfRange: self = .badData
        case .deadlineExceeded, .resourceExhausted, .aborted: self = .temporary
        case .notFound: self = .notFound
        case .alreadyExists, .failedPrecondition: self = .conflict
        case .permissionDenied, .unauthenticated: self = .noPermission
        case .unimplemented: self = .protocolError
        case .unavailable: self = .unavailable
        case .dataLoss: self = .inputOutput
        case .cancelled: self = .interrupted
        case .unknown, .internal, .unrecognized: self = .failed
        }
    }

    /// The table of `recours help-exit-codes` and of the README.
    static var table: String {
        allCases.map { status in
            let number = String(status.rawValue)
            return String(repeating: " ", count: 5 - number.count) + number + "  " + status.meaning
        }.joined(separator: "\n")
    }
}
