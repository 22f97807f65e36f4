// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursServer
internal import RecoursStore

/// `recoursd store copy`: moves an installation to another database.
struct CopyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copy",
        abstract: "Copies a store into an empty database, and compares every row.",
        discussion: """
            Stop all servers first. The source is only read. What was broken off goes on when the \
            same command is run again, and no server starts on a copy that is not finished; a \
            finished one is left alone. It is the same store: cursors, receipts and keys of \
            commands stay good, so never serve the source again beside it.

            The list of erased cases comes along. Not in the database, and yours to keep: \
            recoursd.json, in which the setting postgres names the new place; keys/, proof/, \
            certificates, and the files of evidence below store/evidence. One server keeps its \
            directory; others get a copy of it (recoursd init --postgres would begin a new \
            installation) and share store/evidence.

            Ends with 73 if the destination holds something else, 75 if a side is served, 65 if \
            anything differs.

            Examples:
              recoursd store copy --from sqlite:/var/lib/recours/store \\
                --to 'postgres:host=db1 dbname=recours user=recours'
              RECOURS_POSTGRES=… recoursd store copy --from sqlite:/var/lib/recours --to postgres:
              recoursd store copy --from postgres: --to sqlite:/var/lib/recours/store
            """)

    @Option(help: "sqlite:DIRECTORY, or postgres: and a connection string or RECOURS_POSTGRES.")
    var from: String

    @Option(help: "The same; an empty database, or a directory that is missing or empty.")
    var to: String

    func run() throws {
        try ProcessSetup.ending { () throws(DaemonError) in try copy() }
    }

    private func copy() throws(DaemonError) {
        let environment = ProcessSetup.environment()
        let from = try StoreLocation(self.from, option: "--from", environment: environment)
        let to = try StoreLocation(self.to, option: "--to", environment: environment)
        guard from != to else { throw .configuration("--from and --to are the same store") }
        let source = try from.source()
        let target = try to.target()
        let state = try DaemonError.translating { () throws(StoreError) in
            try target.state(for: source.identity)
        }
        switch state {
        case .finished:
            ProcessSetup.print("this store is there already: nothing was done")
            return
        case .occupied(let what):
            throw DaemonError(
                code: .cannotCreate, message: "the destination holds \(what)",
                remedy: "Give an empty database: nothing is ever overwritten.")
        case .begun: ProcessSetup.print("going on with the copy that was begun")
        case .empty: break
        }
        try run(from: source, to: target)
    }

    private func run(
        from source: any TableSource, to target: any TableTarget
    ) throws(DaemonError) {
        let begun = ContinuousClock.now
        let transfer = StoreTransfer(from: source, to: target) { reader throws(StoreError) in
            try TreeHeads(of: reader).words
        }
        var progress = TransferProgress()
        let report = try DaemonError.translating { () throws(StoreError) in
            defer { progress.end() }
            return try transfer.run { progress.show($0) }
        }
        ProcessSetup.print(report.table)
        guard report.isEqual else {
            throw DaemonError(
                code: .badData, message: "the copy differs from its source, and is not finished",
                remedy: "If a server has written to the source since the copy was begun, empty the "
                    + "destination and copy again.\n  "
                    + report.differences.joined(separator: "\n  "))
        }
        let seconds = max(0.001, begun.duration(to: .now) / .seconds(1))
        let rows = report.rows
        ProcessSetup.print(
            "\(rows) rows copied and compared in \(Int(seconds.rounded())) s: "
                + "\(Int(Double(rows) / seconds)) a second")
    }
}

/// Tells how far a copy is: a bar on a terminal, a line a table elsewhere.
struct TransferProgress {
    private let line = ProgressLine()
    private var last = ""

    mutating func show(_ progress: StoreTransfer.Progress) {
        let what = "\(progress.table) \(progress.stage == .copying ? "copied" : "compared")"
        if line.isShown {
            line.show(done: progress.done, total: progress.total, what)
        } else if what != last {
            ProcessSetup.printError("\(progress.done) of \(progress.total) rows; next \(what)")
        }
        last = what
    }

    func end() { line.end() }
}

extension StoreTransfer.Report {
    var rows: UInt64 { tables.map(\.source.rows).reduce(0, +) }

    /// A line a table, then chains and trees.
    var table: String {
        let rows = tables.map { table in
            [
                table.table.name, "\(table.source.rows)", "\(table.target.rows)",
                table.isEqual ? "equal" : "DIFFERS",
            ]
        }
        let chains = [
            "chains' last links", "\(self.chains.source.chains)", "\(self.chains.target.chains)",
            self.chains.source == self.chains.target ? "equal" : "DIFFERS",
        ]
        let trees = [
            "trees' heads", "\(heads.source.count)", "\(heads.target.count)",
            heads.source == heads.target ? "equal" : "DIFFERS",
        ]
        let all = [["", "source", "destination", ""]] + rows + [chains, trees]
        return all.map { cells in
            let first = cells[0] + String(repeating: " ", count: max(0, 20 - cells[0].count))
            let numbers = cells[1...2].map {
                String(repeating: " ", count: max(0, 12 - $0.count)) + $0
            }
            return "\(first)\(numbers.joined())  \(cells[3])"
        }.joined(separator: "\n")
    }

    var differences: [String] {
        var found = tables.filter { !$0.isEqual }.map { table in
            let columns = table.differing.joined(separator: ", ")
            return "\(table.table.name): \(table.source.rows) and \(table.target.rows) rows; "
                + "other values in \(columns)"
        }
        if chains.source != chains.target { found.append("last links of chains of events") }
        let partners = Set(heads.source.keys).union(heads.target.keys).sorted()
        for partner in partners where heads.source[partner] != heads.target[partner] {
            let (one, other) = (heads.source[partner], heads.target[partner])
            found.append("the tree of \(partner): \(one ?? "none") and \(other ?? "none")")
        }
        return found
    }
}
