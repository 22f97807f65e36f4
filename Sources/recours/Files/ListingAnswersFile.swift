// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

/// Reads what a platform answers for each listing of a case: a CSV file with the columns `listing`,
/// `answer` and `note` (or `annonce`, `réponse`, `note`), or a JSON array of ListingAnswer.
enum ListingAnswersFile {
    static let most = 1000

    private static let names = [
        "listing": ["listing", "annonce", "platform_listing_id"],
        "answer": ["answer", "reponse", "kind"],
        "note": ["note"],
    ]

    /// Throws `CommandError` with every line that cannot be read.
    static func read(_ path: String) throws(CommandError) -> [ListingAnswer] {
        let answers =
            path.hasSuffix(".json")
            ? try JSONText.file([ListingAnswer].self, path) : try readCSV(path)
        guard answers.count <= most else {
            throw CommandError(
                .badData, "`\(path)` answers \(answers.count) listings; \(most) are the most",
                remedy: "A case has no more than 1,000 listings.")
        }
        return answers
    }

    private static func readCSV(_ path: String) throws(CommandError) -> [ListingAnswer] {
        do {
            var reader = try CSVReader(InputFile(path: path).open())
            guard let first = try reader.next() else {
                throw CommandError(
                    .badData, "`\(path)` is empty", remedy: "Its first line names the columns.")
            }
            let places = try places(first, path)
            var answers: [ListingAnswer] = []
            var faults: [String] = []
            // A file far too long is read no further than it takes to say so.
            while let record = try reader.next(), answers.count <= most {
                func cell(_ column: String) -> String {
                    guard let place = places[column], record.fields.indices.contains(place) else {
                        return ""
                    }
                    return Trimming.trimmed(record.fields[place])
                }
                guard let kind = Labels.listingAnswers.value(of: cell("answer")) else {
                    faults.append(
                        "\(path):\(record.line): answer: "
                            + Labels.listingAnswers.advice(for: cell("answer")))
                    continue
                }
                answers.append(
                    ListingAnswer(
                        platformListingID: cell("listing"), kind: kind, note: cell("note")))
            }
            guard faults.isEmpty else {
                throw CommandError(
                    .badData, faults.joined(separator: "\n"),
                    remedy: "Mend these lines; nothing was sent.")
            }
            return answers
        } catch let error as CSVError {
            throw CommandError(
                .badData, "\(path):\(error.line): field \(error.field): \(error.message)")
        } catch {
            throw (error as? CommandError) ?? CommandError(.inputOutput, "\(path): \(error)")
        }
    }

    private static func places(
        _ record: CSVRecord, _ path: String
    ) throws(CommandError) -> [String: Int] {
        var places: [String: Int] = [:]
        for (place, field) in record.fields.enumerated() {
            let written = Labels.plain(field)
            let column = names.first { $0.value.map(Labels.plain).contains(written) }?.key
            guard let column, places[column] == nil else {
                throw CommandError(
                    .badData,
                    "\(path):\(record.line): column \(place + 1) is unknown or stands twice",
                    remedy: "The columns are listing, answer and note.")
            }
            places[column] = place
        }
        guard places["listing"] != nil, places["answer"] != nil else {
            throw CommandError(
                .badData, "\(path): the columns listing and answer are needed",
                remedy: "The columns are listing, answer and note.")
        }
        return places
    }
}
