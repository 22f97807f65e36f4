// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases
package import RecoursStore

/// Everything that a caller can be told instead of an answer.
package enum Fault: Sendable {
    /// The rules refuse.
    case refusal(Refusal)
    /// The request's form is wrong, before any rule.
    case invalid([Violation])
    /// The key or reference was used with other content.
    case conflict(IdempotencyConflict)
    /// The same of a key that concerned no case.
    case keyUsedBefore
    /// Not there, or not the caller's to see.
    case notFound(Resource)
    case alreadyThere(Resource)
    /// This kind of partner may never call this method.
    case methodNotAllowed
    /// The peer's key is not, or no longer, bound to a partner.
    case notAPartner
    /// More at once than the partner may have.
    case quota(Quota, limit: Int)
    /// More in a second or a day than it may have.
    case overQuota(QuotaExcess)
    /// A cursor of another store, or of this one before it was set back.
    case cursorExpired
    /// Keys are bound already, as many as may be.
    case tooManyKeys(limit: Int)
    case keyBoundElsewhere
    /// This server has no authority to sign with.
    case noAuthority
    /// This server's time is real.
    case noSandbox
    /// No directory is set where this server's backups go.
    case noBackupDirectory
    case backupUnderWay
    case draining
    /// What listings are held against is still being read.
    case worksNotRead
    case cancelled
    /// A file is not taken, or not there.
    case evidence(EvidenceFault)
    case store(StoreError)

    package enum Resource: String, Sendable {
        case caseFile = "case"
        case evidence
        case event
        case firm
        case partner
        case key
        case platform
        case campaign
        case commitment
        case work
        case claim
        case listing
    }

    /// What a partner may have in progress.
    package enum Quota: String, Sendable {
        case calls
        case connections
        case watches
    }
}

extension Fault {
    /// What the caller is told of one kind of fault, but for its details.
    struct Row: Sendable, Equatable {
        let code: StatusRow
        /// Stable, for programs.
        let reason: String
        /// When to try again with the same key; nil: it would end the same way.
        var retryAfterMilliseconds: UInt64?
    }

    /// gRPC's names of the codes that are used, so that the table below reads as one.
    enum StatusRow: Sendable, Equatable {
        case cancelled, aborted, invalidArgument, notFound, alreadyExists, permissionDenied
        case resourceExhausted, failedPrecondition, outOfRange, `internal`, unavailable, dataLoss
        case unauthenticated
    }

    // Waits: a queue empties in a tenth of a second; a restart takes about one; an operator must
    // come and make room on a disk.
    private static let soon: UInt64 = 100
    static let afterRestart: UInt64 = 1_000
    private static let afterMending: UInt64 = 10_000

    /// The table of design.md §9, "Errors".
    var row: Row {
        switch self {
        case .refusal(let refusal): Fault.row(of: refusal)
        case .invalid: Row(code: .invalidArgument, reason: "INVALID")
        case .conflict, .keyUsedBefore:
            Row(code: .alreadyExists, reason: "IDEMPOTENCY_CONFLICT")
        case .notFound: Row(code: .notFound, reason: "NOT_FOUND")
        case .alreadyThere: Row(code: .alreadyExists, reason: "ALREADY_REGISTERED")
        case .methodNotAllowed: Row(code: .permissionDenied, reason: "METHOD_NOT_ALLOWED")
        case .notAPartner: Row(code: .unauthenticated, reason: "NOT_A_PARTNER")
        case .quota:
            Row(code: .resourceExhausted, reason: "QUOTA", retryAfterMilliseconds: Fault.soon)
        case .overQuota(let excess):
            Row(
                code: .resourceExhausted, reason: "QUOTA",
                retryAfterMilliseconds: excess.waitMilliseconds)
        case .cursorExpired: Row(code: .outOfRange, reason: "CURSOR_EXPIRED")
        case .tooManyKeys: Row(code: .failedPrecondition, reason: "TOO_MANY_KEYS")
        case .keyBoundElsewhere: Row(code: .alreadyExists, reason: "KEY_BOUND_ELSEWHERE")
        case .noAuthority: Row(code: .failedPrecondition, reason: "NO_AUTHORITY")
        case .noSandbox: Row(code: .failedPrecondition, reason: "NO_SANDBOX")
        case .noBackupDirectory:
            Row(code: .failedPrecondition, reason: "NO_BACKUP_DIRECTORY")
        case .backupUnderWay: Row(code: .aborted, reason: "BACKUP_UNDER_WAY")
        case .draining:
            Row(
                code: .unavailable, reason: "DRAINING",
                retryAfterMilliseconds: Fault.afterRestart)
        case .worksNotRead:
            Row(
                code: .unavailable, reason: "WORKS_NOT_READ",
                retryAfterMilliseconds: Fault.afterRestart)
        case .cancelled: Row(code: .cancelled, reason: "CANCELLED")
        case .evidence(let fault): Fault.row(of: fault)
        case .store(let error): Fault.row(of: error)
        }
    }

    private static func row(of refusal: Refusal) -> Row {
        switch refusal.code {
        case .notFound: Row(code: .notFound, reason: "NOT_FOUND")
        case .notAllowed: Row(code: .permissionDenied, reason: "METHOD_NOT_ALLOWED")
        case .stateConflict: Row(code: .failedPrecondition, reason: "STATE_CONFLICT")
        case .invalid: Row(code: .invalidArgument, reason: "INVALID")
        case .anotherMediator: Row(code: .failedPrecondition, reason: "ANOTHER_MEDIATOR")
        case .recused: Row(code: .failedPrecondition, reason: "RECUSED")
        case .brokenHistory: Row(code: .dataLoss, reason: "CORRUPTED")
        }
    }

    static func row(of error: StoreError) -> Row {
        switch error.code {
        case .outcomeUnknown:
            Row(
                code: .unavailable, reason: "OUTCOME_UNKNOWN",
                retryAfterMilliseconds: afterRestart)
        case .storageFailed:
            Row(
                code: .unavailable, reason: "STORAGE_FAILED",
                retryAfterMilliseconds: afterRestart)
        case .closed:
            Row(code: .unavailable, reason: "DRAINING", retryAfterMilliseconds: afterRestart)
        case .storageFull:
            Row(
                code: .resourceExhausted, reason: "STORAGE_FULL",
                retryAfterMilliseconds: afterMending)
        case .unavailable:
            Row(
                code: .unavailable, reason: "STORAGE_UNAVAILABLE",
                retryAfterMilliseconds: afterRestart)
        case .overloaded:
            Row(code: .resourceExhausted, reason: "OVERLOADED", retryAfterMilliseconds: soon)
        case .corrupted: Row(code: .dataLoss, reason: "CORRUPTED")
        case .locked, .newerSchema, .incomplete, .unsafeSettings, .internalError:
            Row(code: .internal, reason: "INTERNAL")
        }
    }

    /// One sentence for people. Internals never cross the wire: a store's own words do not.
    var message: String {
        switch self {
        case .refusal(let refusal): refusal.message
        case .invalid(let violations): Refusal(.invalid(violations)).message
        case .conflict(let conflict):
            "This \(conflict.field.rawValue) was used before with other content."
        case .keyUsedBefore: "This idempotency_key was used before with other content."
        case .notFound(.caseFile): Refusal(.notFound).message
        case .notFound(.event): "There is no such case, or no such event of yours in it."
        case .notFound(let resource): "There is no such \(resource.rawValue)."
        case .alreadyThere(let resource): "This \(resource.rawValue) is registered already."
        case .methodNotAllowed: Refusal(.notAllowed).message
        case .notAPartner: "This certificate's key belongs to no partner."
        case .quota(let quota, let limit):
            "Too many \(quota.rawValue) of this partner at once: \(limit) is the limit."
        case .overQuota(let excess):
            "This partner's quota \(excess.quota.rawValue) of \(excess.limit) is used up."
        case .cursorExpired: "This cursor is of another store. Begin again without one."
        case .tooManyKeys(let limit): "\(limit) keys are bound already. Revoke one first."
        case .keyBoundElsewhere: "This key belongs to another partner."
        case .noAuthority: "This server signs no certificates."
        case .noSandbox:
            "This server's time is real. Only one started with clock.sandbox can be moved."
        case .noBackupDirectory: "This server's configuration sets no backup.directory."
        case .backupUnderWay: "Another backup is being made."
        case .draining: "The server is going away. Try again."
        case .worksNotRead: "The server is still reading the works. Try again."
        case .cancelled: "The call was cancelled."
        case .evidence(let fault): Fault.message(of: fault)
        case .store(let error): Fault.message(of: error)
        }
    }

    static func message(of error: StoreError) -> String {
        switch error.code {
        case .outcomeUnknown: "Whether this was done is not known. Retry with the same key."
        case .storageFailed, .closed: "The server is going away. Retry with the same key."
        case .storageFull: "The server's disk is full. Nothing was done."
        case .unavailable: "The server cannot reach its database. Nothing was done."
        case .overloaded: "The server has too much to do. Nothing was done."
        case .corrupted: "What is stored is damaged and is not shown."
        case .locked, .newerSchema, .incomplete, .unsafeSettings, .internalError:
            "The server has a fault."
        }
    }
}
