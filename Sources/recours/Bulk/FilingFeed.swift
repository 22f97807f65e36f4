// SPDX-License-Identifier: EUPL-1.2

internal import RecoursClient
internal import RecoursCrypto
internal import RecoursMessages

/// The cases of a file that are still to be filed, each with its key, as they are asked for.
///
/// Reading is as fast as the server: the SDK asks for the next case only when its window has room.
struct FilingFeed: AsyncSequence, Sendable {
    typealias Element = CaseFiling

    /// What must be known of a case to report its result.
    struct Ticket: Sendable, Equatable {
        let line: Int
        let externalReference: String
        /// Its place in the journal.
        let place: Int
    }

    let source: CaseSource
    let journal: Journal
    let tally: BulkTally
    /// Told of each line that is not sent.
    let skipped: @Sendable (DraftLine) throws(CommandError) -> Void
    /// Uploads a file for a case; its identifier.
    let upload: @Sendable (Piece, String) async throws(CommandError) -> [UInt8]
    /// True when no more shall be read.
    let isStopped: @Sendable () -> Bool
    /// Cases between their sending and their result.
    let tickets = Tickets<Ticket>()

    func makeAsyncIterator() -> Iterator { Iterator(feed: self) }

    struct Iterator: AsyncIteratorProtocol {
        let feed: FilingFeed
        private var reading: (reader: CaseReader, cursor: JournalCursor)?

        init(feed: FilingFeed) {
            self.feed = feed
        }

        mutating func next() async throws -> CaseFiling? {
            var (reader, cursor) = try started()
            defer { reading = (reader, cursor) }
            reading = nil
            while !feed.isStopped(), let line = try reader.next() {
                feed.tally.countRead()
                guard line.faults.isEmpty else {
                    try feed.skipped(line)
                    continue
                }
                let digest = try FilingFeed.digest(of: line)
                let known = try cursor.entry(for: digest)
                if let known, feed.journal.history.confirmed.contains(known.place) {
                    feed.tally.count(.filedBefore)
                    continue
                }
                guard let complete = try await withEvidence(line) else { continue }
                return try filing(complete, digest, known)
            }
            return nil
        }

        private func started() throws(CommandError) -> (CaseReader, JournalCursor) {
            if let reading { return reading }
            return (try feed.source.reader(), try JournalCursor(feed.journal.history))
        }

        /// The line with its files uploaded and named; nil if the server refuses one of them.
        private func withEvidence(_ line: DraftLine) async throws(CommandError) -> DraftLine? {
            var draft = line.draft
            var faults: [LineFault] = []
            for piece in line.pieces {
                do throws(CommandError) {
                    draft.evidenceIDs.append(try await feed.upload(piece, draft.externalRef))
                } catch {
                    // Its content may be of another kind than its name says: the trouble of one
                    // line. All else ends the run.
                    let violations = error.cause?.violations ?? []
                    guard !violations.isEmpty else { throw error }
                    faults += violations.map {
                        LineFault(line: line.line, column: CaseColumn.evidence.rawValue, $0)
                    }
                }
            }
            guard faults.isEmpty else {
                try feed.skipped(DraftLine(line: line.line, draft: line.draft, faults: faults))
                return nil
            }
            return DraftLine(line: line.line, draft: draft, faults: [])
        }

        private func filing(
            _ line: DraftLine, _ digest: SHA256Prefix, _ known: JournalCursor.Entry?
        ) throws(CommandError) -> CaseFiling {
            let key = known.flatMap { IdempotencyKey(bytes: $0.key) } ?? IdempotencyKey()
            let place: Int
            if let known {
                place = known.place
            } else {
                place = try feed.journal.add(digest, key: key.bytes)
            }
            feed.tickets.add(
                Ticket(
                    line: line.line, externalReference: line.draft.externalRef, place: place))
            return CaseFiling(line.draft, key: key)
        }
    }

    /// Names a line's content, its files' included: equal drafts have equal encodings.
    static func digest(of line: DraftLine) throws(CommandError) -> SHA256Prefix {
        var content = line.draft.serializedBytes()
        for piece in line.pieces {
            content += try piece.key(for: line.draft.externalRef).bytes
        }
        do throws(CryptoError) {
            let digest = try SHA256.digest(of: content)
            if let prefix = SHA256Prefix(digest.bytes) { return prefix }
        } catch {
            throw CommandError(.failed, error)
        }
        throw CommandError(.failed, RunSentence.shortDigest)
    }
}
