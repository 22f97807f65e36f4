// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

/// The first reading of a file: everything that is wrong with it, before anything is sent.
struct BulkValidation {
    /// References remembered to find those that stand twice; the server finds the others.
    static let rememberedReferences = 1_000_000

    private(set) var cases = 0
    private(set) var invalidCases = 0
    private(set) var faults = 0
    /// Hashes of references, and the line of each: less than the references themselves.
    private var lines: [Int: Int32] = [:]

    /// Reads all of it; `each` is told every fault in order. Throws `CommandError` where the file
    /// cannot be read on.
    static func run(
        _ source: CaseSource, each: (LineFault) -> Void
    ) throws(CommandError) -> BulkValidation {
        var validation = BulkValidation()
        var reader = try source.reader()
        while let line = try reader.next() {
            let faults = line.faults + validation.twice(line)
            validation.cases += 1
            validation.faults += faults.count
            if !faults.isEmpty { validation.invalidCases += 1 }
            faults.forEach(each)
        }
        return validation
    }

    private mutating func twice(_ line: DraftLine) -> [LineFault] {
        let reference = line.draft.externalRef
        guard !reference.isEmpty else { return [] }
        if let first = lines[reference.hashValue] {
            return [
                LineFault(
                    line: line.line, column: "external_ref", code: "DUPLICATE",
                    LineSentence.referenceTwice(line: first))
            ]
        }
        if lines.count < BulkValidation.rememberedReferences {
            lines[reference.hashValue] = Int32(clamping: line.line)
        }
        return []
    }
}
