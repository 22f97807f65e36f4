// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursServer
internal import RecoursStore
internal import RecoursStoreSQLite

/// `recoursd restore`: makes a store of a backup.
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Makes a store's directory of a backup, which is verified first.",
        discussion: """
            The target must be missing or empty; it appears under its name once it is whole. The \
            restored store is another than the one it comes from: cursors that were handed out \
            are refused with CURSOR_EXPIRED, so that clients begin again, and no public number is \
            given out twice. At its first start the server erases again, before it serves anybody, \
            what is on the list of erased cases: give the newest erasures.log that there is.

            Keys are in no backup: put the server's own back beside the store.

            Examples:
              recoursd restore --from /mnt/backups/20261126T215209Z-1f0c9a3e \\
                --to /var/lib/recours/store --erasures /var/lib/recours/store.old/erasures.log
            """)

    @Option(help: "The backup's directory.")
    var from: String

    @Option(help: "The store's directory to be made: the setting store.")
    var to: String

    @Option(help: "The newest list of erased cases; the backup's own if not given.")
    var erasures: String?

    @Option(help: "The public key of the server's receipts: proof/public.pem.")
    var key: String?

    func run() throws {
        try ProcessSetup.ending { () throws(DaemonError) in try restore() }
    }

    private func restore() throws(DaemonError) {
        guard try ServerFiles.isEmptyDirectory(to) ?? true else {
            throw DaemonError(
                code: .cannotCreate, message: "\(to) is not empty",
                remedy: "Move what is there out of the way: nothing is ever overwritten.")
        }
        let report = try VerifyCommand.report(on: from, key: key)
        _ = try report.settled(from)
        let line = ProgressLine()
        let erased = try DaemonError.translating { () throws(StoreError) in
            defer { line.end() }
            let restorer = BackupRestorer(from) { path throws(StoreError) in
                try SQLiteRestoration.renew(path)
            }
            let list = try restorer.erasures(newest: erasures)
            try restorer.run(to: to, erasures: list) { line.show($0) }
            return list.count { $0 == UInt8(ascii: "\n") }
        }
        if !report.looksInside { try lookAtRestored(line) }
        ProcessSetup.print("\(to) restored from \(from)")
        if erased > 0 {
            ProcessSetup.print(
                "the server's first start erases again what is on its list of \(erased) cases")
        }
    }

    /// A backup of an older version could not be looked into before it was brought up to date.
    private func lookAtRestored(_ line: ProgressLine) throws(DaemonError) {
        let contents = try DaemonError.translating { () throws(StoreError) in
            defer { line.end() }
            return try ContentsExamination(
                SQLiteSnapshot(ofStore: to), evidence: "\(to)/evidence", codec: StoreCodec(),
                hashesEvidence: false
            ) { line.show($0) }
        }
        guard contents.findingCount == 0 else {
            throw .notWhole(to, contents.findings, contents.findingCount)
        }
    }
}
