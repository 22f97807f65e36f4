// SPDX-License-Identifier: EUPL-1.2

/// What went wrong in a store, for the server to map to a status and for the operator to read.
package struct StoreError: Error, Sendable, Hashable {
    /// What a program switches on.
    package var code: Code
    /// One sentence for the operator; it holds no partner's data.
    package var message: String
    /// What the operator, or the caller, can do about it.
    package var remedy: String
    /// The error below this one, in the words of the layer that raised it.
    package var cause: String?

    package init(code: Code, message: String, remedy: String, cause: String? = nil) {
        self.code = code
        self.message = message
        self.remedy = remedy
        self.cause = cause
    }

    /// The closed list of what a store can fail with.
    package enum Code: String, Sendable, Hashable, CaseIterable {
        /// A commit failed half-way: the command may have happened. Retry with the same key.
        case outcomeUnknown
        /// Too little room on disk: refused before anything was written. Reads go on.
        case storageFull
        /// The storage failed before the commit: the command did not happen.
        case storageFailed
        /// There is more to do than can be done, and this was refused or came to its turn too late:
        /// the command did not happen. Retry later.
        case overloaded
        /// The store is closed, or has stopped after an unknown outcome: nothing happened.
        case closed
        /// A stored row does not match its checksum, or a chain its links.
        case corrupted
        /// Another process holds the store's lock.
        case locked
        /// The store was written by a newer version.
        case newerSchema
        /// Another store is being copied into it, and the copy is not finished.
        case incomplete
        /// The database would not take a setting that durability depends on.
        case unsafeSettings
        /// The database cannot be reached, or gave the work up before it was done: nothing
        /// happened. Retry soon.
        case unavailable
        /// A caller in our own process broke the contract, or the store has a bug.
        case internalError
    }

    /// True if the command certainly did not take effect.
    package var isDefinite: Bool { code != .outcomeUnknown }
}

extension StoreError: CustomStringConvertible {
    package var description: String {
        let because = cause.map { " (\($0))" } ?? ""
        return "\(message)\(because). \(remedy)"
    }
}

// The wording of errors which both back ends raise.
extension StoreError {
    package static func unknownOutcome(_ cause: StoreError) -> StoreError {
        StoreError(
            code: .outcomeUnknown,
            message: "The store could not confirm that the transaction is on disk",
            remedy: "Retry with the same idempotency key once the server is back.",
            cause: cause.cause ?? cause.message)
    }

    static let stopped = StoreError(
        code: .closed, message: "The store is closed",
        remedy: "Retry when the server is back.")

    static let queueFull = overloaded("The store's queue is full")

    package static let tooMuch = overloaded("More waits than can be done in time")

    private static func overloaded(_ message: String) -> StoreError {
        StoreError(code: .overloaded, message: message, remedy: "Retry after a moment.")
    }

    init(_ reason: LateReason) {
        self =
            switch reason {
            case .overdue: .overloaded("Its time was over before its turn came")
            case .stale: .overloaded("It waited too long for its turn")
            }
    }

    package static func noSpace(freeBytes: UInt64, reserveBytes: UInt64) -> StoreError {
        StoreError(
            code: .storageFull,
            message: "Only \(freeBytes) bytes are free, and \(reserveBytes) are kept in reserve",
            remedy: "Make room on the disk; writes then go on by themselves.")
    }

    /// What an operator does about damage: one sentence, so that all who tell of it say the same.
    package static let restoring =
        "Stop the server, have recoursd verify check it and its newest "
        + "backup, and put the backup in its place with recoursd restore."

    package static func corrupted(_ what: String) -> StoreError {
        StoreError(
            code: .corrupted, message: "\(what) is damaged",
            remedy: StoreError.restoring)
    }

    package static func damaged(_ record: CaseRecord) -> StoreError { .corrupted(record.name) }

    package static func damaged(_ content: EvidenceContent) -> StoreError {
        .corrupted("The file \(ContentName.hexadecimal(content.sha256)) of evidence")
    }

    package static func damaged(_ record: EvidenceRecord) -> StoreError { .corrupted(record.title) }

    package static func brokenChain(of record: CaseRecord) -> StoreError {
        .corrupted("\(record.name): its chain of events")
    }

    package static func damaged(_ event: EventAddress) -> StoreError {
        .corrupted("Event \(event.sequence) of the case in row \(event.caseRow)")
    }

    package static func unavailable(_ cause: String) -> StoreError {
        StoreError(
            code: .unavailable, message: "The database cannot be reached, or gave the work up",
            remedy: "Retry after a moment; if it lasts, look at the database.", cause: cause)
    }

    package static func internalError(_ what: String) -> StoreError {
        StoreError(
            code: .internalError, message: what, remedy: "Report this: it is a bug of the store.")
    }
}
