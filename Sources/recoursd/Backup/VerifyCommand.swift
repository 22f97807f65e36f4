// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursCrypto
internal import RecoursServer
internal import RecoursStore
internal import RecoursStoreSQLite

/// `recoursd verify`: a backup, or the store of a server that is stopped.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Looks at everything in a backup, or in a store that is not served.",
        discussion: """
            Of a backup: its manifest and signature, each file's hash. Of both: the database's \
            structure, each row's checksum, each case's chain of events and that they give the \
            case, each leaf and node of the partners' trees, the figures, each file of evidence. \
            All that is wrong is named, the first of it first, and the command ends with 65.

            With --against, that nothing which an earlier backup proves was changed, left out or \
            dated back since. With --key, that the manifest is signed by that key; without, by the \
            key in the backup, which shows damage and not who made it.

            Examples:
              recoursd verify /mnt/backups/20261126T215209Z-1f0c9a3e --key public.pem
              recoursd verify /var/lib/recours --against /mnt/backups/20261125T215208Z-90c21b04
            """)

    @Argument(help: "A backup, a store's directory, or a server's directory.")
    var path: String

    @Option(help: "The public key of the server's receipts: proof/public.pem.")
    var key: String?

    @Option(help: "An earlier backup of the same store.")
    var against: String?

    func run() throws {
        try ProcessSetup.ending { () throws(DaemonError) in try verify() }
    }

    private func verify() throws(DaemonError) {
        if BackupVerifier.isBackup(path) {
            let report = try Self.report(on: path, key: key, against: against)
            ProcessSetup.print(try report.settled(path))
        } else {
            try verifyStore(try StoreLocation.storeDirectory(path))
        }
    }

    /// Looks at a backup; what is wrong is in the report.
    static func report(
        on backup: String, key: String?, against earlier: String? = nil
    ) throws(DaemonError) -> BackupVerifier.Report {
        let publicKey = try key.map { path throws(DaemonError) in try Self.publicKey(path) }
        let line = ProgressLine()
        return try DaemonError.translating { () throws(StoreError) in
            defer { line.end() }
            let verifier = BackupVerifier(backup, key: publicKey, database: .sqlite) {
                line.show($0)
            }
            return try verifier.run(against: earlier)
        }
    }

    private static func publicKey(_ path: String) throws(DaemonError) -> PublicKey {
        let pem = try ServerFiles.read(path, setting: "--key")
        do throws(CryptoError) {
            return try PublicKey(pem: pem)
        } catch {
            throw .configuration("\(error.message) (\(path), --key)", remedy: error.remedy)
        }
    }

    // MARK: Stores

    private func verifyStore(_ directory: String) throws(DaemonError) {
        let line = ProgressLine()
        var contents = try DaemonError.translating { () throws(StoreError) in
            defer { line.end() }
            return try ContentsExamination(
                SQLiteSnapshot(ofStore: directory), evidence: "\(directory)/evidence",
                codec: StoreCodec(), hashesEvidence: true
            ) { line.show($0) }
        }
        if let against {
            try DaemonError.translating { () throws(StoreError) in
                try contents.compare(with: against)
            }
        }
        if contents.findingCount > 0 {
            throw .notWhole(directory, contents.findings, contents.findingCount)
        }
        let counts = contents.counts
        ProcessSetup.print(
            "\(directory) is whole: \(counts.cases) cases, \(counts.events) events, "
                + "\(counts.files) files, \(counts.partners) partners")
    }
}

extension BackupVerifier.Database {
    static let sqlite = BackupVerifier.Database(
        currentSchema: SQLiteSnapshot.currentSchema,
        schema: { path throws(StoreError) in try SQLiteSnapshot.schema(of: path) },
        open: { path throws(StoreError) in try SQLiteSnapshot(path) })
}

extension BackupVerifier.Report {
    /// What to say of a backup that is whole. Throws, with all that is wrong, of another.
    func settled(_ path: String) throws(DaemonError) -> String {
        guard let manifest, findings.isEmpty else {
            throw .notWhole(path, findings, findingCount)
        }
        let inside =
            looksInside
            ? ""
            : "\nits schema is older than this program's: what is in it can be looked at once it"
                + " is restored"
        return "\(path) is whole: \(manifest.words)\(inside)"
    }
}

extension DaemonError {
    /// All that was found, the first of it first.
    static func notWhole(
        _ path: String, _ findings: [StoreExamination.Finding], _ count: Int
    ) -> DaemonError {
        let more = count > findings.count ? ["and \(count - findings.count) more"] : []
        // Somebody may have put a file there whose name commands terminals.
        let lines = findings.map { LogOutput.oneLine($0.description) } + more
        return DaemonError(
            code: .badData, message: "\(path) is not whole",
            remedy: lines.joined(separator: "\n  "))
    }
}
