// SPDX-License-Identifier: EUPL-1.2

/// Why `recoursd` stops, in words for the operator and a number for the service manager.
struct DaemonError: Error, Sendable, Equatable {
    /// Exit statuses, as in sysexits.h, so that a unit file can tell them apart.
    enum Code: Int32, Sendable, Equatable {
        /// Data of the wrong kind: the store has a newer schema, or what was to be verified is not
        /// whole.
        case badData = 65
        /// Something we need is not to be had: the port is in use.
        case unavailable = 69
        /// An output can't be made: `init` into a directory that isn't empty.
        case cannotCreate = 73
        /// The disk failed, or a commit's outcome is unknown: restart and recover.
        case storage = 74
        /// Another server holds the store: try again when it has gone.
        case storeLocked = 75
        /// Configuration, a key or a certificate is wrong: restarting won't help.
        case configuration = 78
    }

    let code: Code
    /// What went wrong, and where.
    let message: String
    /// What to do about it.
    let remedy: String

    /// The two lines that are printed.
    var description: String {
        remedy.isEmpty ? "recoursd: \(message)" : "recoursd: \(message)\n  \(remedy)"
    }

    static func configuration(_ message: String, remedy: String = "") -> DaemonError {
        DaemonError(code: .configuration, message: message, remedy: remedy)
    }
}
