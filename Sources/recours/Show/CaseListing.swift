// SPDX-License-Identifier: EUPL-1.2

internal import RecoursClient
internal import RecoursMessages

/// A list of cases, walked once: as a table, as one JSON document or as an object a line.
struct CaseListing {
    private let list: CaseList
    private let viewer: Viewer
    /// Any of these; empty for all. The server knows no filter by category.
    private let categories: [CaseCategory]
    private let limit: Int

    init(
        _ list: CaseList, for viewer: Viewer, categories: [CaseCategory] = [],
        limit: Int? = nil
    ) {
        var list = list
        if let limit, categories.isEmpty {
            list.pageSize = UInt32(clamping: min(max(limit, 1), 1000))
        }
        self.list = list
        self.viewer = viewer
        self.categories = categories
        self.limit = limit ?? .max
    }

    /// Tells each case, newest first.
    ///
    /// - Returns: how many the server left out because they are damaged.
    @discardableResult
    func forEach(
        _ body: (Case) throws(CommandError) -> Void
    ) async throws(CommandError) -> Int {
        var iterator = list.makeAsyncIterator()
        var count = 0
        while count < limit {
            let next: Case?
            do throws(RecoursError) {
                next = try await iterator.next(isolation: nil)
            } catch { throw CommandError(error) }
            guard let message = next else { break }
            let category = message.draft?.category ?? .unspecified
            guard categories.isEmpty || categories.contains(category) else { continue }
            count += 1
            try body(message)
        }
        return iterator.damaged
    }

    func show(_ terminal: Terminal, asLines: Bool = false) async throws(CommandError) {
        let now = Clock.now
        var table = TextTable(CaseView.columns)
        var found: [Case] = []
        let damaged = try await forEach { message throws(CommandError) in
            if asLines {
                try terminal.printJSONLine(message)
            } else if terminal.isJSON {
                found.append(message)
            } else {
                table.add(CaseView(message, for: viewer, now: now).row)
            }
        }
        if damaged > 0 { terminal.complain(ServerSentence.leftOut(damaged).text) }
        if asLines { return }
        if terminal.isJSON {
            try terminal.printJSON(found)
            return
        }
        if !table.rows.isEmpty { table.lines(width: terminal.width).forEach(terminal.print) }
        terminal.say(CommandSentence.count(table.rows.count).text)
    }
}
