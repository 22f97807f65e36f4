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
                .badData, TableSentence.tooMany(path, count: answers.count, most: most),
                remedy: TableSentence.mostListings)
        }
        return answers
    }

    private static func readCSV(_ path: String) throws(CommandError) -> [ListingAnswer] {
        do {
            var reader = try CSVReader(InputFile(path: path).open())
            guard let first = try reader.next() else {
                throw CommandError(
                    .badData, FileSentence.empty(path), remedy: FileSentence.columnsFirst)
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
                    let advice = Labels.listingAnswers.advice(for: cell("answer")).text
                    let what = LineSentence.ofField("answer", what: advice).text
                    faults.append(LineSentence.fault(path, line: record.line, what: what).text)
                    continue
                }
                answers.append(
                    ListingAnswer(
                        platformListingID: cell("listing"), kind: kind, note: cell("note")))
            }
            guard faults.isEmpty else {
                throw CommandError(
                    .badData, FileSentence.lines(faults), remedy: LineSentence.mendLines)
            }
            return answers
        } catch let error as CSVError {
            throw CommandError(
                .badData, error.said(of: path))
        } catch {
            throw CommandError(.inputOutput, reading: path, error)
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
                    TableSentence.strangeColumn(path, line: record.line, place: place + 1),
                    remedy: TableSentence.listingColumns)
            }
            places[column] = place
        }
        guard places["listing"] != nil, places["answer"] != nil else {
            throw CommandError(
                .badData, TableSentence.listingColumnsNeeded(path),
                remedy: TableSentence.listingColumns)
        }
        return places
    }
}
