// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursCases
internal import RecoursStore
internal import RecoursStorePostgreSQL

/// `recoursd store restored`: what `recoursd restore` does for a file, for a database.
struct RestoredCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restored",
        abstract: "Makes another store of a PostgreSQL that was set back, before it is served.",
        discussion: """
            Once, after the database was restored from a backup or recovered to a moment, and \
            before any server starts. The store gets an epoch of its own: cursors that were handed \
            out are refused with CURSOR_EXPIRED, so that clients begin again; and no public number \
            is given out twice.

            What was erased after the moment is back. Save the list before the database is set \
            back, if it can still be read, and give it here: the first server to start erases \
            those cases again before it serves anybody.

            Examples:
              psql -d recours -c '\\copy erased_case to erased.txt'     # before
              recoursd store restored postgres: --erasures erased.txt
            """)

    /// Far above any list of erased cases.
    private static let largestList = 256 << 20

    @Argument(help: "postgres: and a connection string, or RECOURS_POSTGRES.")
    var store: String

    @Option(help: "The newest list of erased cases, an identifier a line.")
    var erasures: String?

    func run() throws {
        try ProcessSetup.ending { () throws(DaemonError) in try renew() }
    }

    private func renew() throws(DaemonError) {
        let location = try StoreLocation(
            store, option: "the store", environment: ProcessSetup.environment())
        guard case .postgres(let connection) = location else {
            throw .configuration(
                "\(store) is a directory",
                remedy: "recoursd restore makes a store of a backup, and does this by itself.")
        }
        let listed = try erasures.map { path throws(DaemonError) in try Self.identifiers(path) }
        let missing = try DaemonError.translating { () throws(StoreError) in
            try PostgreSQLRestoration.renew(
                PostgreSQLStoreOptions(connection: connection), erased: listed ?? [])
        }
        ProcessSetup.print("the store is another now; its servers may start")
        if missing > 0 {
            ProcessSetup.print("the first start erases \(missing) cases again")
        }
    }

    private static func identifiers(_ path: String) throws(DaemonError) -> [CaseIdentifier] {
        var found: [CaseIdentifier] = []
        let text = String(
            decoding: try ServerFiles.read(path, setting: "--erasures", atMost: largestList),
            as: UTF8.self)
        for line in text.split(separator: "\n") {
            let digits = line.filter { $0 != "-" }
            guard digits.utf8.count == 32, let high = UInt64(digits.prefix(16), radix: 16),
                let low = UInt64(digits.dropFirst(16), radix: 16)
            else {
                throw .configuration("line \(found.count + 1) of \(path) is no case's identifier")
            }
            found.append(CaseIdentifier(high: high, low: low))
        }
        return found
    }
}
