// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages
internal import RecoursPictures

/// The snapshots of a file, or of a stream without end, as they are asked for.
struct SnapshotLines: AsyncSequence, Sendable {
    typealias Element = ListingSnapshot

    /// What must be known of a snapshot to report its result.
    struct Ticket: Sendable {
        let line: Int
        let platform: String
        let number: String
    }

    let source: ItemFile<ListingColumn, ListingSnapshot>
    /// Told of each line that cannot be read.
    let skipped: @Sendable (LineItem<ListingSnapshot>) throws(CommandError) -> Void
    /// Snapshots between their sending and their result.
    let tickets = Tickets<Ticket>()

    /// `directory` is where the pictures lie that the lines name.
    static func source(
        _ file: String, format: CaseFormat?
    ) throws(CommandError) -> ItemFile<ListingColumn, ListingSnapshot> {
        let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
        return try ItemFile(
            file, name: file, format: format, columns: ListingColumn.allCases,
            required: [.listing]
        ) { row in
            var snapshot = ListingSnapshot(&row)
            for name in row.list(.pictures) {
                let path = name.hasPrefix("/") ? name : folder + name
                do throws(CommandError) {
                    snapshot.pictures.append(
                        PictureFingerprint(try PictureFile.hashed(path)))
                } catch {
                    row.note(.pictures, code: "PICTURE", PictureSentence.unusable)
                }
            }
            return snapshot
        }
    }

    func makeAsyncIterator() -> Iterator { Iterator(lines: self) }

    struct Iterator: AsyncIteratorProtocol {
        let lines: SnapshotLines
        private let reading: ItemsApart<ListingColumn, ListingSnapshot>

        init(lines: SnapshotLines) {
            self.lines = lines
            reading = ItemsApart(lines.source)
        }

        mutating func next() async throws -> ListingSnapshot? {
            while let item = try await reading.next() {
                guard item.faults.isEmpty, let snapshot = item.message else {
                    try lines.skipped(item)
                    continue
                }
                lines.tickets.add(
                    Ticket(
                        line: item.line, platform: snapshot.platformID,
                        number: snapshot.platformListingID))
                return snapshot
            }
            return nil
        }
    }
}

extension ItemResult {
    /// Written of a snapshot that is like no work.
    static let noMatch = "NO_MATCH"

    /// A line for each claim that the listing may break; one if there is none.
    static func all(
        of matches: SnapshotMatches, _ ticket: SnapshotLines.Ticket
    ) -> [ItemResult] {
        guard !matches.candidates.isEmpty else {
            return [
                ItemResult(
                    line: ticket.line, platform: ticket.platform, number: ticket.number,
                    outcome: noMatch)
            ]
        }
        return matches.candidates.map { candidate in
            ItemResult(
                line: ticket.line, platform: ticket.platform, number: ticket.number,
                outcome: candidate.outcome.name ?? "\(candidate.outcome.rawValue)",
                listingId: candidate.listingID.isEmpty
                    ? "" : CaseReference.text(of: candidate.listingID),
                claimId: candidate.claimID.isEmpty
                    ? "" : CaseReference.text(of: candidate.claimID), score: candidate.score)
        }
    }
}
