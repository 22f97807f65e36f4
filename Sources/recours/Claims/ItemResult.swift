// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

/// What became of one line of a file of listings, of answers or of snapshots.
struct ItemResult: ResultLine, Equatable {
    /// What is written of a line that could not be read and was not sent.
    static let unread = "UNREAD"

    let line: Int
    var platform = ""
    /// What the platform calls the listing.
    var number = ""
    /// The protocol's name for it, `UNREAD`, or the code of the refusal.
    let outcome: String
    var state = ""
    /// The listing's identifier in the claim.
    var listingId = ""
    var claimId = ""
    var score: UInt32?
    var message = ""
    var violations: [ResultRow.Fault] = []

    static let columns = [
        "line", "platform", "number", "outcome", "state", "listing_id", "claim_id", "score",
        "message", "violations",
    ]

    var cells: [String] {
        [
            String(line), platform, number, outcome, state, listingId, claimId,
            score.map { "\($0)" } ?? "", message, ResultRow.Fault.cell(violations),
        ]
    }
}

extension ItemResult {
    /// A line that was not sent.
    init(unread faults: [LineFault], line: Int) {
        self.init(
            line: line, outcome: Self.unread, message: LineSentence.brokenLine.english,
            violations: faults.map(ResultRow.Fault.init))
    }

    init(_ item: ListingToAdd, line: Int, _ answer: AddListingResult) {
        self.init(
            line: line, platform: item.platformID,
            number: item.listing?.platformListingID ?? "",
            outcome: answer.outcome.name ?? "\(answer.outcome.rawValue)",
            state: answer.state == .unspecified ? "" : answer.state.name ?? "",
            listingId: answer.listingID.isEmpty ? "" : CaseReference.text(of: answer.listingID),
            violations: Self.faults(answer.violations, line, ListingColumn.self))
    }

    init(_ reply: ListingReply, line: Int, _ answer: ListingReplyResult) {
        self.init(
            line: line, outcome: answer.outcome.name ?? "\(answer.outcome.rawValue)",
            state: answer.state == .unspecified ? "" : answer.state.name ?? "",
            listingId: CaseReference.text(of: reply.listingID),
            violations: Self.faults(answer.violations, line, ReplyColumn.self))
    }

    /// Violations by the columns in which they are to be mended.
    static func faults<Column: TableColumn & CaseIterable>(
        _ violations: [FieldViolation], _ line: Int, _ columns: Column.Type
    ) -> [ResultRow.Fault] {
        violations.map { violation in
            let column = Column(fieldPath: violation.fieldPath)?.name
            return ResultRow.Fault(
                LineFault(line: line, column: column ?? violation.fieldPath, violation))
        }
    }
}

extension ResultRow.Fault {
    init(_ fault: LineFault) {
        self.init(
            field: fault.column, code: fault.code, message: fault.message, shown: fault.shown)
    }

    /// `copies.csv:17: price: AMOUNT_FORM …`.
    func text(file: String, line: Int) -> String {
        LineSentence.fault(file, line: line, what: "\(field): \(code) \(shown)").text
    }
}
