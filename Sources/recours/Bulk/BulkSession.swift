// SPDX-License-Identifier: EUPL-1.2

internal import RecoursClient
internal import RecoursMessages

/// Files cases over one stream and tells each result. A protocol so that tests need no server.
protocol CaseFiler: Sendable {
    /// Uploads a file that goes with a case; the file's identifier.
    func upload(_ piece: Piece, for purpose: String) async throws(CommandError) -> [UInt8]

    /// Files all of the feed; `each` is told the place in the feed and the result. Throws what ends
    /// the whole; cases whose result was told stay filed.
    func file(
        _ feed: FilingFeed,
        _ each: (Int, Result<SubmissionReceipt, RecoursError>) throws(CommandError) -> Void
    ) async throws(CommandError)
}

extension RecoursClient: CaseFiler {
    func upload(_ piece: Piece, for purpose: String) async throws(CommandError) -> [UInt8] {
        // The progress that is shown is that of the cases.
        let terminal = Terminal(isQuiet: true, isVerbose: false, isJSON: false, noColour: true)
        return try await PieceUpload(client: self, terminal: terminal)
            .upload(piece, for: purpose).id
    }

    func file(
        _ feed: FilingFeed,
        _ each: (Int, Result<SubmissionReceipt, RecoursError>) throws(CommandError) -> Void
    ) async throws(CommandError) {
        do {
            for try await result in cases.submitAll(feed) { try each(result.place, result.outcome) }
        } catch let error as RecoursError {
            // The SDK reports a feed that cannot be read on as cancelled.
            throw CommandError(error, status: error.code == .cancelled ? .inputOutput : nil)
        } catch let error as CommandError {
            throw error
        } catch {
            throw CommandError(.failed, RunSentence.filingEnded(ForeignWords(error).text))
        }
    }
}

/// One run over a file that has been found readable: what is not yet filed is filed.
struct BulkSession: Sendable {
    let source: CaseSource
    let journal: Journal
    let results: ResultFile<ResultRow>
    let tally: BulkTally
    let isStopped: @Sendable () -> Bool

    /// Runs to the end, or until stopped; throws what ended it early.
    func run(_ filer: some CaseFiler) async throws(CommandError) {
        let feed = FilingFeed(
            source: source, journal: journal, tally: tally,
            skipped: { line throws(CommandError) in
                try results.write(ResultRow(line))
                tally.count(.invalid)
            },
            upload: { piece, purpose throws(CommandError) in
                try await filer.upload(piece, for: purpose)
            },
            isStopped: isStopped)
        try await filer.file(feed) { place, result throws(CommandError) in
            guard let ticket = feed.tickets.take(place) else {
                throw CommandError(.protocolError, RunSentence.strayResult)
            }
            let row = ResultRow(ticket, result)
            // The result first: a run killed between the two tells it once more, never not at all.
            try results.write(row)
            if row.outcome != .refused { try journal.confirm(ticket.place) }
            tally.count(row.outcome)
        }
    }
}
