// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCaseCoding
internal import RecoursCases
internal import RecoursMessages
internal import RecoursStore

// What a caller is told of a file that is not taken: rows of the table in `Fault`.
extension Fault {
    static func row(of fault: EvidenceFault) -> Row {
        switch fault {
        case .noSuchUpload: Row(code: .notFound, reason: "NOT_FOUND")
        case .otherContent: Row(code: .alreadyExists, reason: "IDEMPOTENCY_CONFLICT")
        case .takenOver: Row(code: .aborted, reason: "TAKEN_OVER")
        case .beyond: Row(code: .outOfRange, reason: "OFFSET_BEYOND_END")
        case .incomplete: Row(code: .failedPrecondition, reason: "INCOMPLETE")
        case .tooLong, .hashMismatch, .mediaMismatch:
            Row(code: .invalidArgument, reason: "INVALID")
        case .infected: Row(code: .failedPrecondition, reason: "INFECTED")
        case .erased: Row(code: .failedPrecondition, reason: "ERASED")
        case .quota(.uploads):
            Row(code: .resourceExhausted, reason: "QUOTA", retryAfterMilliseconds: afterRestart)
        // They come free as files are named in cases, or by the day.
        case .quota:
            Row(code: .resourceExhausted, reason: "QUOTA", retryAfterMilliseconds: 60_000)
        case .notKept, .swept:
            Row(code: .unavailable, reason: "NOT_KEPT", retryAfterMilliseconds: afterRestart)
        case .store(let error): row(of: error)
        }
    }

    static func message(of fault: EvidenceFault) -> String {
        switch fault {
        case .noSuchUpload: "There is no such upload. Announce the file again."
        case .otherContent: "This idempotency_key was used before with another file."
        case .takenOver: "Another stream goes on with this upload."
        case .beyond(let present): "There are only \(present) bytes."
        case .incomplete(let present):
            "Only \(present) bytes of the file came. Send the rest from there."
        case .tooLong: "More came than was announced."
        case .hashMismatch: "The content is not the one announced. Send the file again."
        case .mediaMismatch: "The content is not of the kind announced."
        case .infected: "A scanner found malware in this file. It is served to nobody."
        case .erased: "This file was erased: files are kept for 6 months after the case's end."
        case .quota(.uploads): "Too many uploads at once. Try again."
        case .quota(.announcedFiles), .quota(.announcedBytes):
            "Too many files are announced and not yet whole. Finish some first."
        case .quota(.unattachedBytes):
            "Too many files are attached to no case. Name them in cases, or wait until they go."
        case .notKept: "The file could not be kept on disk, and nothing of it was. Send it again."
        case .swept: "The file was removed as nobody's before it was kept. Send it again."
        case .store(let error): message(of: error)
        }
    }

    static func detail(of fault: EvidenceFault) -> ErrorDetail? {
        switch fault {
        case .noSuchUpload: ErrorDetail(kind: .resourceInfo(ResourceInfo(resourceType: "upload")))
        case .otherContent:
            ErrorDetail(
                kind: .idempotencyConflict(
                    RecoursMessages.IdempotencyConflict(field: "idempotency_key")))
        case .tooLong: ErrorDetail([Violation("chunk", .tooLarge)])
        case .hashMismatch: ErrorDetail([Violation("sha256", .hashMismatch)])
        case .mediaMismatch: ErrorDetail([Violation("media", .mediaMismatch)])
        case .quota(let quota):
            ErrorDetail(kind: .quotaFailure(QuotaFailure(quota: quota.rawValue)))
        case .takenOver, .beyond, .incomplete, .infected, .erased, .notKept, .swept, .store: nil
        }
    }
}
