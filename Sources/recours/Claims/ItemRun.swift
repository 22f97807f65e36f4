// SPDX-License-Identifier: EUPL-1.2

internal import Glibc
internal import RecoursClient
internal import RecoursMessages

/// Sends the items of a file in calls of up to 1,000, and tells what became of each.
///
/// The file is read twice: once to find what cannot be read, once to send; so nothing is sent of a
/// file that cannot be sent whole, and a file of any size needs the memory of one call.
struct ItemRun<Column: TableColumn, Item: RecoursMessage, Answer: Sendable> {
    let source: ItemFile<Column, Item>
    let resultsPath: String
    let skipsInvalid: Bool
    let terminal: Terminal
    /// Lines that ask for nothing, as those not yet filled in.
    var isBlank: (Item) -> Bool = { _ in false }
    let send: ([Item]) async throws(RecoursError) -> [Answer]
    let result: (Item, Int, Answer) -> ItemResult

    /// What became of the lines.
    struct Tally {
        var outcomes: [String: Int] = [:]
        var unread = 0
        /// What ended the run before its end.
        var failure: CommandError?

        /// Outcomes by the protocol's values, in its order.
        func counts<Value: RecoursEnumeration>() -> [(Value, Int)] {
            Value.allCases.compactMap { value in
                outcomes[value.name ?? ""].map { (value, $0) }
            }
        }

        /// Says what became of the lines; how the command ends, if these outcomes are good.
        func end<Value: RecoursEnumeration>(
            good: Set<Value>, _ terminal: Terminal,
            _ sentence: ([(Value, Int)]) -> ClaimSentence
        ) -> ExitStatus {
            let counts: [(Value, Int)] = counts()
            terminal.say(sentence(counts).text)
            if let failure {
                terminal.report(failure)
                return .partly
            }
            let all = counts.reduce(0) { $0 + $1.1 }
            let taken = counts.reduce(0) { $0 + (good.contains($1.0) ? $1.1 : 0) }
            return .ofItems(taken: taken, refused: all - taken + unread)
        }
    }

    func perform() async throws(CommandError) -> Tally {
        let total = try check()
        let isNew = access(resultsPath, F_OK) != 0
        let results = try ResultFile<ItemResult>(path: resultsPath, isNew: isNew)
        var tally = Tally()
        do throws(CommandError) {
            try await sendAll(of: total, results, &tally)
        } catch {
            guard !tally.outcomes.isEmpty else { throw error }
            tally.failure = error
        }
        if terminal.errorIsTerminal { terminal.progress("") }
        return tally
    }

    /// The number of items to send. Tells every line that cannot be read.
    private func check() throws(CommandError) -> Int {
        var reader = try source.reader()
        var (items, broken) = (0, 0)
        while let item = try reader.next() {
            if item.faults.isEmpty, let message = item.message, isBlank(message) { continue }
            items += 1
            guard !item.faults.isEmpty else { continue }
            broken += 1
            for fault in item.faults {
                terminal.complain(SafeText.line(fault.text(file: source.name)))
            }
        }
        guard items > 0 else {
            throw CommandError(
                .badData, ClaimSentence.noLines(source.name), remedy: ClaimSentence.itemALine)
        }
        guard broken == 0 || (skipsInvalid && broken < items) else {
            throw CommandError(
                .badData, ClaimSentence.broken(broken, lines: items),
                remedy: ClaimSentence.mendOrSkip)
        }
        return items - broken
    }

    private func sendAll(
        of total: Int, _ results: ResultFile<ItemResult>, _ tally: inout Tally
    ) async throws(CommandError) {
        var reader = try source.reader()
        var batch = CallBatch<Item>()
        var lines: [Int] = []
        while let item = try reader.next() {
            guard item.faults.isEmpty, let message = item.message else {
                try results.write(ItemResult(unread: item.faults, line: item.line))
                tally.unread += 1
                continue
            }
            if isBlank(message) { continue }
            if !batch.takes(message) {
                try await sendOne(batch.items, lines, results, &tally)
                showProgress(tally, total)
                (batch, lines) = (CallBatch(), [])
                _ = batch.takes(message)
            }
            lines.append(item.line)
        }
        if !lines.isEmpty { try await sendOne(batch.items, lines, results, &tally) }
    }

    private func sendOne(
        _ items: [Item], _ lines: [Int], _ results: ResultFile<ItemResult>, _ tally: inout Tally
    ) async throws(CommandError) {
        let answers = try await calling { () async throws(RecoursError) in
            try await send(items)
        }
        guard answers.count == items.count else {
            throw CommandError(.protocolError, RunSentence.strayResult)
        }
        for (place, answer) in answers.enumerated() {
            let row = result(items[place], lines[place], answer)
            try results.write(row)
            tally.outcomes[row.outcome, default: 0] += 1
            if terminal.isJSON {
                try terminal.printJSONLine(row)
            }
            for fault in row.violations {
                terminal.complain(
                    SafeText.line(fault.text(file: source.name, line: row.line)))
            }
        }
    }

    private func showProgress(_ tally: Tally, _ total: Int) {
        guard terminal.errorIsTerminal else { return }
        let done = tally.outcomes.values.reduce(0, +)
        let bar = Progress.bar(Double(done) / Double(max(1, total)), width: 24)
        terminal.progress("\(bar) \(Progress.grouped(done))/\(Progress.grouped(total))")
    }
}
