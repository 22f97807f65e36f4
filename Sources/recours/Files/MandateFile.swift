// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCrypto
internal import RecoursMessages

/// Reads mandates from a CSV file with the columns association, siren, from, until and
/// document_sha256; the last two may be missing or empty.
enum MandateFile {
    private static let columns = ["association", "siren", "from", "until", "document_sha256"]
    private static let required = ["siren", "from"]

    /// All mandates and the line of each. `association` is for lines that name none.
    ///
    /// Throws `CommandError` with every line that cannot be read.
    static func read(
        _ path: String, association: String?
    ) throws(CommandError) -> [(line: Int, mandate: Mandate)] {
        do {
            var reader = try CSVReader(InputFile(path: path).open())
            guard let first = try reader.next() else {
                throw CommandError(
                    .badData, FileSentence.empty(path), remedy: FileSentence.columnsFirst)
            }
            let places = try places(first, path)
            var mandates: [(line: Int, mandate: Mandate)] = []
            var faults: [String] = []
            while let record = try reader.next() {
                func value(_ column: String) -> String {
                    guard let place = places[column], record.fields.indices.contains(place) else {
                        return ""
                    }
                    return Trimming.trimmed(record.fields[place])
                }
                do throws(CommandError) {
                    mandates.append(
                        (record.line, try mandate(value, association: association)))
                } catch {
                    faults.append(
                        LineSentence.fault(path, line: record.line, what: error.message).text)
                }
            }
            guard faults.isEmpty else {
                throw CommandError(
                    .badData, FileSentence.lines(faults), remedy: LineSentence.mendLines)
            }
            return mandates
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
            let name = Trimming.trimmed(field).lowercased()
            guard columns.contains(name), places[name] == nil else {
                let nearest = Nearest.name(to: name, among: columns)
                throw CommandError(
                    .badData, TableSentence.repeatedColumn(path, line: record.line, column: name),
                    remedy: nearest.map(TableSentence.meant) ?? .columns(columns))
            }
            places[name] = place
        }
        let missing = required.filter { places[$0] == nil }
        guard missing.isEmpty else {
            throw CommandError(
                .badData, TableSentence.missing(path, columns: missing),
                remedy: TableSentence.columns(columns))
        }
        return places
    }

    private static func mandate(
        _ value: (String) -> String, association: String?
    ) throws(CommandError) -> Mandate {
        let named = value("association")
        guard !named.isEmpty || association != nil else {
            throw CommandError(.badData, TableSentence.noAssociation)
        }
        let digest = value("document_sha256")
        guard digest.isEmpty || SHA256Digest(hexadecimal: digest) != nil else {
            throw CommandError(.badData, TableSentence.digestForm)
        }
        return Mandate(
            association: named.isEmpty ? association ?? "" : named,
            siren: String(value("siren").filter { !$0.isWhitespace }),
            from: try date(value("from"), "from"), until: try date(value("until"), "until"),
            documentSha256: SHA256Digest(hexadecimal: digest)?.bytes ?? [])
    }

    private static func date(_ text: String, _ column: String) throws(CommandError) -> String {
        guard !text.isEmpty else { return "" }
        do throws(CommandError) {
            return try CommandDate.iso(text)
        } catch {
            throw CommandError(.badData, TableSentence.dateForm(column: column))
        }
    }
}
