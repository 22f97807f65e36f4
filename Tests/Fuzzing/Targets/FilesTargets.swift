// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursCases
import RecoursMessages

@testable import recours

extension FuzzTarget {
    /// Spreadsheets: however the bytes come, the same records are read of them, and each record
    /// becomes a case with its faults.
    static let csv = FuzzTarget(
        name: "csv", largestInput: 2_048,
        seeds: {
            let files = try CaseSeeds.files("cases.csv") + CaseSeeds.files("broken.csv")
            return files.map { [0] + $0 }
        }
    ) { bytes in
        var input = FuzzInput(bytes)
        let pieces = input.pieces()
        let whole = ReadRecords([Array(pieces.joined())[...]])
        try law(ReadRecords(pieces) == whole, "cut bytes give other records")
        guard let first = whole.records.first,
            let header = try? CaseHeader(first, file: "f")
        else { return }
        for record in whole.records.dropFirst() { try check(record, header) }
    }

    private static func check(_ record: CSVRecord, _ header: CaseHeader) throws {
        var reading = CaseRecord(header: header, record: record)
        var draft = reading.draft()
        draft.campaignID = reading.campaign(CampaignNames())
        reading.checkFieldCount()
        let check = DraftCheck(today: CalendarDate(clampingDayNumber: 17_865))
        let violations = check.violations(draft, startingWith: reading.violations)
        let faults = reading.faults + violations.map { LineFault(line: 1, column: "-", $0.breach) }
        // What goes to a terminal holds nothing that would steer it.
        for fault in faults {
            let text = fault.text(file: "f")
            try law(SafeText.line(text) == text, "a fault is told as \(text.debugDescription)")
        }
        for field in record.fields {
            let shown = SafeText.line(field)
            try law(SafeText.line(shown) == shown, "a text is made safe twice")
            try law(!shown.utf8.contains { $0 < 0x20 || $0 == 0x7F }, "a text is shown as it is")
        }
        let encoded = draft.serializedBytes()
        try law(try CaseDraft(serializedBytes: encoded) == draft, "a line's draft is no message")
    }

    /// JSON Lines: however the bytes come, the same lines are read, and each becomes a case or is
    /// told what is wrong with it.
    static let lines = FuzzTarget(
        name: "lines", largestInput: 4_096,
        seeds: {
            let draft = try JSONEncoder().encode(CaseSeeds.draft)
            return [[0] + Array("\u{FEFF}".utf8) + draft + [0x0D, 0x0A] + draft]
        }
    ) { bytes in
        var input = FuzzInput(bytes)
        let pieces = input.pieces()
        let whole = try allLines([Array(pieces.joined())[...]])
        try law(try allLines(pieces) == whole, "cut bytes give other lines")
        let check = DraftCheck(today: CalendarDate(clampingDayNumber: 17_865))
        for line in whole {
            do throws(JSONFault) {
                let draft = try JSONText.message(CaseDraft.self, line)
                _ = check.faults(draft, line: 1).map { $0.text(file: "f") }
            } catch {
                _ = error.text
            }
        }
    }

    private static func allLines(_ pieces: [ArraySlice<UInt8>]) throws -> [[UInt8]] {
        var reader = LineReader(pieces.map(Array.init).reading())
        var lines: [[UInt8]] = []
        while let line = try reader.next() { lines.append(line) }
        try law(reader.line == lines.count, "lines are counted wrongly")
        return lines
    }
}

/// What is read of a CSV file, up to its first fault.
private struct ReadRecords: Equatable {
    private(set) var records: [CSVRecord] = []
    private var fault: CSVError?

    init(_ pieces: [ArraySlice<UInt8>]) {
        do {
            var reader = try CSVReader(pieces.map(Array.init).reading())
            while let record = try reader.next() { records.append(record) }
        } catch {
            fault = error as? CSVError
        }
    }
}

extension [[UInt8]] {
    /// Gives one element after another, then nil.
    fileprivate func reading() -> () throws -> [UInt8]? {
        var rest = self[...]
        return { rest.popFirst() }
    }
}
