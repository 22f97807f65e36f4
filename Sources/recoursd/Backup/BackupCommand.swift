// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursServer
internal import RecoursStore

/// `recoursd backup`: for a server that is stopped.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Backs up the store of a server that is stopped.",
        discussion: """
            A server that runs makes its backups itself (recours backup): no other process may \
            open its files, and this one ends with 75 then.

            The backup is a directory of its own: the database of one moment, the files of \
            evidence, the list of erased cases, the public key of receipts, and a signed manifest. \
            It holds no private key.

            Examples:
              recoursd backup --config /var/lib/recours
              recoursd backup --config /var/lib/recours --to /mnt/backups
            """)

    @Option(help: "The configuration file, or the directory with recoursd.json.")
    var config: String

    @Option(help: "In which directory; backup.directory if not given.")
    var to: String?

    func run() throws {
        try ProcessSetup.ending { () throws(DaemonError) in try backUp() }
    }

    private func backUp() throws(DaemonError) {
        let configuration = try Configuration.load(
            path: config, flags: [], environment: ProcessSetup.environment())
        guard configuration.postgres == nil else {
            throw .configuration(
                "the cases are in PostgreSQL (postgres), which has backups of its own",
                remedy: "Use pg_basebackup, or what archives its log.")
        }
        guard let target = to ?? configuration.backups else {
            throw .configuration(
                "there is no backup.directory", remedy: "Set one, or give --to DIRECTORY.")
        }
        let key = try ReceiptKey(
            path: configuration.receiptsKey, trustDomain: configuration.trustDomain)
        let opened = try OpenedStore(
            directory: configuration.store, sealingKey: nil, onPoison: { _ in })
        defer { opened.store.close() }
        guard let source = opened.source(key.signer) else {
            throw .configuration("the store lies on no disk")
        }
        let line = ProgressLine()
        let made = try DaemonError.translating { () throws(StoreError) in
            defer { line.end() }
            let maker = BackupMaker(source, into: target) { line.show($0) }
            return try maker.make(at: WallClock.system())
        }
        ProcessSetup.print("\(made.path)\n\(made.manifest.words)")
    }
}

extension BackupManifest {
    /// One line on what it holds.
    var words: String {
        "\(counts.cases) cases, \(counts.events) events, \(counts.files) files, "
            + "\(counts.partners) partners, \(erasures) on the list of erased cases; made \(madeAt)"
    }
}
