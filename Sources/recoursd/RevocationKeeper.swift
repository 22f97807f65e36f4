// SPDX-License-Identifier: EUPL-1.2

internal import Glibc
internal import Logging
internal import RecoursServer
internal import RecoursTLS

/// Keeps the revocation lists in use those that lie in the files. What is wrong with the files
/// raises an alarm, and leaves the old lists in use.
actor RevocationKeeper {
    /// A look is one `stat` a file.
    private static let interval = Duration.seconds(1)

    private let files: RevocationFiles
    nonisolated let asked: TLSRevocation
    private let status: ServingStatus
    private let logger: Logger
    private var trust: TLSTrust
    private var exempt: TLSTrust?
    /// The files when they were last read.
    private var seen: [RevocationFiles.Stamp]
    /// Why the files were not taken up, as long as that is so.
    private var failure: DaemonError?
    private var told: String?

    init(_ revoked: ServerCredentials.Revoked, status: ServingStatus, logger: Logger) {
        files = revoked.files
        asked = revoked.asked
        trust = revoked.trust
        exempt = revoked.exempt
        seen = revoked.stamps
        self.status = status
        self.logger = logger
    }

    /// Looks at the files until the task is cancelled.
    ///
    /// - Parameter onChange: other lists are in use.
    func run(onChange: @Sendable () -> Void) async {
        while !Task.isCancelled {
            if look(now: Int64(time(nil))) { onChange() }
            try? await Task.sleep(for: Self.interval)
        }
    }

    /// Takes up lists that were read together with other credentials.
    func take(_ revoked: ServerCredentials.Revoked) {
        trust = revoked.trust
        exempt = revoked.exempt
        seen = revoked.stamps
        use(revoked.lists)
    }

    private func look(now: Int64) -> Bool {
        defer { tell(now: now) }
        let stamps = files.stamps()
        guard stamps != seen else { return false }
        seen = stamps
        do throws(DaemonError) {
            use(
                try files.lists(
                    trust: trust, exempt: exempt, replacing: asked.lists, now: now))
            return true
        } catch {
            failure = error
            return false
        }
    }

    private func use(_ lists: TLSRevocationLists) {
        failure = nil
        asked.lists = lists
        logger.notice("revocation lists taken up", metadata: ["revoked": "\(lists.count)"])
    }

    /// Says once what is wrong, and once that it no longer is.
    private func tell(now: Int64) {
        let trouble: String? =
            if let failure {
                failure.message
            } else if let due = asked.lists.nextUpdate, due < now {
                "a revocation list is overdue"
            } else {
                nil
            }
        guard trouble != told else { return }
        told = trouble
        status.setRevocationStale(trouble != nil)
        if let trouble {
            logger.error(
                "revocation lists are not up to date: the old ones stay in use",
                metadata: ["error": "\(trouble)", "remedy": "\(failure?.remedy ?? Self.overdue)"])
        } else {
            logger.notice("revocation lists are up to date again")
        }
    }

    private static let overdue =
        "Get the authority's newest list: this one is believed for "
        + "tls.revokedGraceHours more, then nobody of that authority is let in."
}
