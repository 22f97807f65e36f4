// SPDX-License-Identifier: EUPL-1.2

internal import Glibc
internal import RecoursClient
internal import RecoursMessages
internal import Synchronization

/// Shows the server the listings of a file, and tells which claims they break.
struct FeedRun: Sendable {
    let source: ItemFile<ListingColumn, ListingSnapshot>
    /// Nil: results are only shown.
    let resultsPath: String?
    let client: RecoursClient
    let terminal: Terminal

    /// What is worth a line: something was done, or somebody must look.
    private static let told: Set<MatchOutcome> = [.reported, .reappeared, .queued]

    private struct Tally {
        var seen = 0
        var refused = 0
        var matches: [MatchOutcome: Int] = [:]

        var reported: Int { (matches[.reported] ?? 0) + (matches[.reappeared] ?? 0) }
    }

    func perform() async throws(CommandError) -> ExitStatus {
        var results: ResultFile<ItemResult>?
        if let resultsPath {
            results = try ResultFile(path: resultsPath, isNew: access(resultsPath, F_OK) != 0)
        }
        let file = results
        let unread = Unread()
        let lines = SnapshotLines(source: source) { [terminal, source] item throws(CommandError) in
            unread.count()
            try file?.write(ItemResult(unread: item.faults, line: item.line))
            for fault in item.faults {
                terminal.complain(SafeText.line(fault.text(file: source.name)))
            }
        }
        var tally = Tally()
        var failure: CommandError?
        do throws(CommandError) {
            try await observe(lines, results, &tally)
        } catch {
            guard tally.seen > 0 else { throw error }
            failure = error
        }
        if terminal.errorIsTerminal { terminal.progress("") }
        try sum(tally)
        if let failure {
            terminal.report(failure)
            return .partly
        }
        return .ofItems(taken: tally.seen - tally.refused, refused: tally.refused + unread.total)
    }

    /// Lines that could not be read.
    private final class Unread: Sendable {
        private let number = Atomic<Int>(0)

        func count() { number.add(1, ordering: .relaxed) }

        var total: Int { number.load(ordering: .relaxed) }
    }

    private func observe(
        _ lines: SnapshotLines, _ results: ResultFile<ItemResult>?, _ tally: inout Tally
    ) async throws(CommandError) {
        var iterator = client.feed.observe(lines).makeAsyncIterator()
        while true {
            let next: BulkResult<SnapshotMatches>?
            do throws(RecoursError) {
                next = try await iterator.next(isolation: nil)
            } catch { throw CommandError(error) }
            guard let next else { return }
            guard let ticket = lines.tickets.take(next.place) else {
                throw CommandError(.protocolError, RunSentence.strayResult)
            }
            tally.seen += 1
            try take(next.outcome, ticket, results, &tally)
            if terminal.errorIsTerminal, tally.seen.isMultiple(of: 64) {
                terminal.progress(
                    ClaimSentence.progress(tally.seen, reported: tally.reported).text)
            }
        }
    }

    private func take(
        _ outcome: Result<SnapshotMatches, RecoursError>, _ ticket: SnapshotLines.Ticket,
        _ results: ResultFile<ItemResult>?, _ tally: inout Tally
    ) throws(CommandError) {
        switch outcome {
        case .success(let matches):
            for candidate in matches.candidates {
                tally.matches[candidate.outcome, default: 0] += 1
            }
            for row in ItemResult.all(of: matches, ticket) { try results?.write(row) }
            try show(matches, ticket)
        case .failure(let error):
            tally.refused += 1
            let row = ItemResult(refused: error, ticket)
            try results?.write(row)
            for fault in row.violations {
                terminal.complain(
                    SafeText.line(fault.text(file: source.name, line: ticket.line)))
            }
            if row.violations.isEmpty {
                let said = CommandError(error).message
                terminal.complain(
                    SafeText.line(
                        LineSentence.fault(source.name, line: ticket.line, what: said).text))
            }
        }
    }

    private func show(
        _ matches: SnapshotMatches, _ ticket: SnapshotLines.Ticket
    ) throws(CommandError) {
        if terminal.isJSON {
            for row in ItemResult.all(of: matches, ticket) { try terminal.printJSONLine(row) }
            return
        }
        for candidate in matches.candidates where Self.told.contains(candidate.outcome) {
            let cells = [
                "\(ticket.line)", Labels.matchOutcomes.name(of: candidate.outcome),
                "\(candidate.score)", ticket.platform, ticket.number,
                candidate.claimID.isEmpty ? "" : CaseReference.text(of: candidate.claimID),
            ]
            terminal.print(
                cells.filter { !$0.isEmpty }.map(SafeText.line).joined(separator: "  "))
        }
    }

    private struct Report: Encodable {
        let seen: Int
        let refused: Int
        let matches: [String: Int]
    }

    private func sum(_ tally: Tally) throws(CommandError) {
        let counts = MatchOutcome.allCases.compactMap { outcome in
            tally.matches[outcome].map { (outcome, $0) }
        }
        if terminal.isJSON {
            let named = counts.map { ($0.0.name ?? "\($0.0.rawValue)", $0.1) }
            try terminal.printJSONLine(
                Report(
                    seen: tally.seen, refused: tally.refused,
                    matches: Dictionary(named) { first, _ in first }))
        } else {
            terminal.print(
                ClaimSentence.observed(tally.seen, matches: counts, refused: tally.refused).text)
        }
    }
}

extension ItemResult {
    /// A snapshot that the server refused.
    init(refused error: RecoursError, _ ticket: SnapshotLines.Ticket) {
        self.init(
            line: ticket.line, platform: ticket.platform, number: ticket.number,
            outcome: error.code.name ?? "\(error.code.rawValue)", message: error.message,
            violations: Self.faults(error.violations, ticket.line, ListingColumn.self))
    }
}
