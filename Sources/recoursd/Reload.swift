// SPDX-License-Identifier: EUPL-1.2

/// What has changed between the configuration in force and the one that was read anew: what is
/// taken up at once, and what has to wait for a restart.
struct Reload {
    struct Change: Equatable {
        let name: String
        let before: String
        let after: String

        /// For the log: secrets are left out, and none is a partner's word.
        var words: String { "\(name): \"\(before)\" → \"\(after)\"" }
    }

    /// Settings that a server takes up while it serves.
    static let live: Set<String> = [
        "tls.certificate", "tls.key", "tls.trust", "limits.connections",
        "limits.connectionsPerPartner", "limits.callsPerPartner", "limits.bulkWindow",
        "limits.bulkWindowTotal", "drainSeconds", "slowCallMilliseconds", "log.level",
        "notify.command", "notify.timeoutSeconds", "evidence.scanCommand",
        "evidence.scanTimeoutSeconds",
    ]

    /// Another command is taken up; to have one at all, or none, is settled at the start.
    private static let commands: Set<String> = ["notify.command", "evidence.scanCommand"]

    let taken: [Change]
    let left: [Change]
    /// The old configuration with what is taken up: the one in force from now on.
    let inForce: Configuration

    init(from old: Configuration, to new: Configuration) throws(DaemonError) {
        let changes = Setting.all.compactMap { setting -> Change? in
            let name = setting.name
            let (before, after) = (old.settings.text(name), new.settings.text(name))
            guard before != after else { return nil }
            return setting.isSecret
                ? Change(name: name, before: "…", after: "…")
                : Change(name: name, before: before, after: after)
        }
        func isTaken(_ change: Change) -> Bool {
            guard Self.live.contains(change.name) else { return false }
            return !Self.commands.contains(change.name)
                || !change.before.isEmpty && !change.after.isEmpty
        }
        taken = changes.filter(isTaken)
        left = changes.filter { !isTaken($0) }
        var settings = old.settings
        for change in taken { settings.take(change.name, from: new.settings) }
        inForce = try Configuration(settings, directory: old.directory)
    }
}
