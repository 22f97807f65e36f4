// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

/// Puts the events of a store from before there were trees into the trees of their partners.
///
/// Done before the store serves, some thousands of events a transaction; what is done is written
/// with them, so that a start which is broken off goes on where it was. In a store that has no
/// backlog it costs one look.
struct TreeBacklog {
    /// Events of one transaction.
    private static let batchEvents: Int64 = 10_000

    private let writer: SQLiteWriter
    private let codec: any SnapshotCodec
    private let chain: EventChain

    init(_ writer: SQLiteWriter, codec: any SnapshotCodec) {
        self.writer = writer
        self.codec = codec
        self.chain = EventChain(codec: codec)
    }

    func run() throws(StoreError) {
        let handle = writer.connection.handle
        let backlog = try SQLiteStatement(handle, "SELECT done FROM tree_backlog")
        guard try backlog.step() else { return }
        var done = backlog.integer(0)
        backlog.reset()
        let next = try SQLiteStatement(
            handle,
            "SELECT \(RowColumns.event) FROM event WHERE number > ? ORDER BY number LIMIT ?")
        while true {
            try writer.begin()
            do throws(StoreError) {
                let last = try place(after: done, next)
                let isOver = last == done
                done = last
                try writer.connection.run(
                    isOver
                        ? "DELETE FROM tree_backlog" : "UPDATE tree_backlog SET done = \(done)")
                try writer.commit()
                if isOver { return }
            } catch {
                writer.rollback()
                throw error
            }
        }
    }

    /// Places one batch of events.
    ///
    /// - Returns: the number of the last; what was given if there is none.
    private func place(after done: Int64, _ next: SQLiteStatement) throws(StoreError) -> Int64 {
        defer { next.reset() }
        next.bind(1, done)
        next.bind(2, Self.batchEvents)
        var growth = TreeGrowth(chain: chain, lookup: writer)
        var last = done
        while try next.step() {
            let event = try RowColumns.event(next)
            let address = EventAddress(caseRow: event.caseRow, sequence: event.sequence)
            guard let caseFile = try writer.caseRecord(row: event.caseRow) else {
                throw .corrupted("An event without its case")
            }
            let leaf = chain.treeLeaf(
                number: caseFile.number, identifier: caseFile.identifier,
                sequence: event.sequence, link: event.link)
            var nodes: [TreeNode] = []
            let place = try growth.append(leaf, to: try tree(of: event, in: caseFile), &nodes)
            try writer.place(event, at: place, nodes)
            last = Int64(address.eventNumber)
        }
        return last
    }

    private func tree(
        of event: EventRecord, in caseFile: CaseRecord
    ) throws(StoreError) -> PartnerNumber {
        let actor: Actor
        do {
            actor = try codec.decodeEvent(event.bytes).actor
        } catch {
            throw .corrupted("An event")
        }
        guard case .partner(let reference) = actor else { return caseFile.submitter }
        return try writer.partnerNumber(reference) ?? caseFile.submitter
    }
}
