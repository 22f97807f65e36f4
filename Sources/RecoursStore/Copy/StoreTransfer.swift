// SPDX-License-Identifier: EUPL-1.2

/// Moves a store into another database, row by row, and compares all of it in the end.
///
/// Rows go in the order of their keys, some thousands a transaction, so that what is there says how
/// far it got: one that was broken off goes on behind the last row of each table.
package struct StoreTransfer {
    package enum Stage: Sendable { case copying, comparing }

    package struct Progress: Sendable {
        package let stage: Stage
        package let table: String
        /// Rows of all tables.
        package let done: UInt64
        package let total: UInt64
    }

    /// Both sides of a table.
    package struct Comparison: Sendable {
        package let table: StoreTable
        package let source: TableDigest
        package let target: TableDigest

        /// Columns in whose values they differ.
        package var differing: [String] {
            zip(table.columns, zip(source.columns, target.columns))
                .filter { $0.1.0 != $0.1.1 }.map(\.0.name)
        }

        package var isEqual: Bool { source == target }
    }

    package struct Report: Sendable {
        package var tables: [Comparison] = []
        /// Ends of the cases' chains of events.
        package var chains = (source: ChainEnds(), target: ChainEnds())
        /// Heads of the partners' trees, in words, by partner.
        package var heads = (source: [String: String](), target: [String: String]())

        package var isEqual: Bool {
            tables.allSatisfy(\.isEqual) && chains.source == chains.target
                && heads.source == heads.target
        }
    }

    private let source: any TableSource
    private let target: any TableTarget
    private let heads: (any StoreReader) throws(StoreError) -> [String: String]
    private let tables = StoreTable.all

    /// - Parameter heads: size and root of each partner's tree, in words.
    package init(
        from source: any TableSource, to target: any TableTarget,
        heads: @escaping (any StoreReader) throws(StoreError) -> [String: String]
    ) {
        self.source = source
        self.target = target
        self.heads = heads
    }

    /// Copies what is not there yet, compares, and finishes the store if both are equal.
    ///
    /// - Parameter goesOn: told how far it is; to give up, it throws.
    package func run(
        _ goesOn: (Progress) throws(StoreError) -> Void
    ) throws(StoreError) -> Report {
        if try target.state(for: source.identity) == .empty {
            try target.begin(source.identity)
        }
        var total: UInt64 = 0
        var done: UInt64 = 0
        for table in tables {
            total += try source.count(of: table)
            done += try target.count(of: table)
        }
        for table in tables {
            var place = try target.lastPlace(in: table)
            while true {
                try goesOn(Progress(stage: .copying, table: table.name, done: done, total: total))
                let rows = try source.rows(of: table, after: place)
                guard let last = rows.lastPlace else { break }
                try target.write(rows)
                place = last
                done += UInt64(rows.count)
            }
        }
        try target.flush()
        let report = try compare(total, goesOn)
        if report.isEqual { try target.finish(source.identity) }
        return report
    }

    private func compare(
        _ total: UInt64, _ goesOn: (Progress) throws(StoreError) -> Void
    ) throws(StoreError) -> Report {
        let written = try target.written()
        var report = Report()
        var done: UInt64 = 0
        for table in tables {
            let looked = { (digest: TableDigest) throws(StoreError) in
                let rows = done + digest.rows / 2
                try goesOn(Progress(stage: .comparing, table: table.name, done: rows, total: total))
            }
            let one = try digest(of: table, in: source, &report.chains.source, looked)
            let other = try digest(of: table, in: written, &report.chains.target, looked)
            report.tables.append(Comparison(table: table, source: one, target: other))
            done += one.rows
        }
        report.heads = (try headsOrDamage(source.reader), try headsOrDamage(written.reader))
        return report
    }

    /// A damaged row of one side is a difference, and of both is not this copy's.
    private func headsOrDamage(
        _ reader: any StoreReader
    ) throws(StoreError) -> [String: String] {
        do throws(StoreError) {
            return try heads(reader)
        } catch {
            guard error.code == .corrupted else { throw error }
            return ["all": error.message]
        }
    }

    private func digest(
        of table: StoreTable, in side: any TableSource, _ chains: inout ChainEnds,
        _ looked: (TableDigest) throws(StoreError) -> Void
    ) throws(StoreError) -> TableDigest {
        var digest = TableDigest(of: table)
        var place: ScrubPlace?
        while true {
            try looked(digest)
            let rows = try side.rows(of: table, after: place)
            guard let last = rows.lastPlace else { break }
            digest.add(rows)
            if table.name == StoreTable.events.name { chains.add(rows) }
            place = last
        }
        if table.name == StoreTable.events.name { chains.end() }
        return digest
    }
}
