// SPDX-License-Identifier: EUPL-1.2

internal import RecoursStore

/// Why a connection did not do what it was asked.
struct PGError: Error {
    /// SQLSTATE; nil: the connection is lost, and with it whatever was not committed.
    var sqlState: String?
    var message: String

    var isLost: Bool { sqlState == nil }

    static func lost(_ message: String) -> PGError { PGError(sqlState: nil, message: message) }
}

extension StoreError {
    /// The error of anything but a COMMIT whose answer did not come: nothing of it is on disk.
    init(_ error: PGError) {
        guard let state = error.sqlState else {
            self = .unavailable("PostgreSQL: \(error.message)")
            return
        }
        let cause = "PostgreSQL \(state): \(error.message)"
        switch (state, state.prefix(2)) {
        case ("53100", _):
            self.init(
                code: .storageFull, message: "The database's disk is full",
                remedy: "Make room on it; writes then go on by themselves.", cause: cause)
        case ("XX001", _), ("XX002", _):
            self.init(
                code: .corrupted, message: "The database is damaged",
                remedy: "Fail over to a standby, or restore the database from its backup.",
                cause: cause)
        // Connections, resources, operators, timeouts, transactions that stood in each other's way;
        // and a standby that has not yet been promoted.
        case (_, "08"), (_, "53"), (_, "57"), (_, "55"), (_, "40"), ("25006", _), ("25P03", _),
            ("25P04", _):
            self = .unavailable(cause)
        case (_, "58"):
            self.init(
                code: .storageFailed, message: "The database's storage failed",
                remedy: "Look at the database's log and its disks.", cause: cause)
        default:
            self.init(
                code: .internalError, message: "The database refused a statement",
                remedy: "Report this: it is a bug of the store.", cause: cause)
        }
    }
}
