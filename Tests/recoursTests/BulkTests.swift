// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursClient
import RecoursMessages
import Synchronization
import Testing

@testable import recours

/// A server's side of bulk filing: keeps what it was sent by key, refuses some, dies when told to.
private final class ScriptedFiler: CaseFiler {
    struct Death: Error {}

    struct State {
        /// References by key: two keys of one reference are two cases, which must never be.
        var filed: [[UInt8]: String] = [:]
        var received = 0
    }

    let state = Mutex(State())
    /// References that are refused.
    let refused: Set<String>
    /// After so many cases received, nothing more is answered, as if the process were killed.
    let diesAfter: Int
    /// How many answers lie on the way when it dies.
    let window: Int

    func upload(_ piece: Piece, for purpose: String) async throws(CommandError) -> [UInt8] {
        uploads.withLock { $0.append("\(purpose)/\(piece.name)") }
        return [UInt8](repeating: 5, count: 16)
    }

    /// Files uploaded, with the reference of their case.
    let uploads = Mutex<[String]>([])

    init(
        refused: Set<String> = [], diesAfter: Int = .max, window: Int = 1,
        sharing other: ScriptedFiler? = nil
    ) {
        self.refused = refused
        self.diesAfter = diesAfter
        self.window = window
        if let other { state.withLock { $0.filed = other.state.withLock { $0.filed } } }
    }

    func file(
        _ feed: FilingFeed,
        _ each: (Int, Result<SubmissionReceipt, RecoursError>) throws(CommandError) -> Void
    ) async throws(CommandError) {
        var waiting: [(Int, Result<SubmissionReceipt, RecoursError>)] = []
        var place = 0
        do {
            for try await filing in feed {
                waiting.append((place, answer(filing)))
                place += 1
                if place >= diesAfter { throw Death() }
                if waiting.count >= window {
                    // The last first: results come in any order.
                    while let (number, result) = waiting.popLast() { try each(number, result) }
                }
            }
            while let (number, result) = waiting.popLast() { try each(number, result) }
        } catch {
            throw (error as? CommandError) ?? CommandError(.unavailable, ForeignWords(text: "dead"))
        }
    }

    private func answer(_ filing: CaseFiling) -> Result<SubmissionReceipt, RecoursError> {
        state.withLock { state in
            state.received += 1
            let reference = filing.draft.externalRef
            if refused.contains(reference) {
                return .failure(
                    RecoursError(code: .permissionDenied, message: "no mandate", origin: .server))
            }
            let known = state.filed.updateValue(reference, forKey: filing.key.bytes) != nil
            return .success(
                SubmissionReceipt(
                    caseID: filing.key.bytes, publicNumber: "RC-\(reference)", alreadyFiled: known))
        }
    }
}

@Suite("A file of cases is filed once, however often it is run")
struct BulkTests {
    private let place: TemporaryPlace

    init() throws {
        place = try TemporaryPlace()
    }

    private func write(
        _ references: [String], _ change: (inout [String: String]) -> Void = { _ in }
    )
        throws
    {
        let rows = references.map { reference in
            var values = SampleCases.values(reference)
            change(&values)
            return values
        }
        _ = try place.file("cases.csv", SampleCases.csv(rows))
    }

    private func run(
        _ filer: ScriptedFiler, stopAfter: Int = .max
    ) async throws -> (counts: BulkTally.Counts, error: CommandError?) {
        let source = SampleCases.source("\(place.path)/cases.csv")
        let total = try BulkValidation.run(source) { _ in }.cases
        let journal = try Journal(path: "\(place.path)/journal", owner: "owner")
        let tally = BulkTally(total: total)
        let session = BulkSession(
            source: source, journal: journal,
            results: try ResultFile<ResultRow>(
                path: "\(place.path)/results.ndjson", isNew: journal.history.keyCount == 0),
            tally: tally, isStopped: { tally.counts.read >= stopAfter })
        do throws(CommandError) {
            try await session.run(filer)
            return (tally.counts, nil)
        } catch { return (tally.counts, error) }
    }

    private let references = (1...20).map { "R-\($0)" }

    @Test("A second run of the same file sends nothing")
    func twice() async throws {
        try write(references)
        let filer = ScriptedFiler(window: 7)
        #expect(try await run(filer).counts[.filed] == 20)
        let again = try await run(filer).counts
        #expect(again[.filedBefore] == 20)
        #expect(filer.state.withLock { $0.received } == 20)
        #expect(BulkRun.status(again) == .done)
        #expect(BulkRun.summary(again) == "0 filed, 20 already filed")
    }

    @Test("Files that lines name lie beside the list, and go once, before their case")
    func pieces() async throws {
        _ = try place.file("a.pdf", "%PDF-1.7")
        _ = try place.file("b.txt", "Bonjour")
        try write(["R-1", "R-2", "R-3"]) { $0["pieces"] = "a.pdf | b.txt" }
        let filer = ScriptedFiler()
        #expect(try await run(filer).counts[.filed] == 3)
        let sent = filer.uploads.withLock { $0 }
        #expect(
            sent == [
                "R-1/a.pdf", "R-1/b.txt", "R-2/a.pdf", "R-2/b.txt", "R-3/a.pdf", "R-3/b.txt",
            ])
        #expect(try await run(filer).counts[.filedBefore] == 3)
        #expect(filer.uploads.withLock { $0 } == sent)
        // Another content is another case to send: its reference is then refused by the server.
        _ = try place.file("a.pdf", "%PDF-1.7 corrigé")
        #expect(try await run(filer).counts[.filedBefore] == 0)
    }

    @Test("A run that dies anywhere is finished by the next, without duplicates", arguments: 1...21)
    func death(after: Int) async throws {
        try write(references)
        let first = ScriptedFiler(diesAfter: after, window: 4)
        _ = try await run(first)
        let second = ScriptedFiler(window: 3, sharing: first)
        let counts = try await run(second).counts
        #expect(counts.onServer == 20)
        let filed = second.state.withLock { $0.filed.values.sorted() }
        #expect(filed == references.sorted())
    }

    @Test("Half a line at the journal's end is cut off, and its case gets a key anew")
    func tornJournal() async throws {
        try write(references)
        let filer = ScriptedFiler(diesAfter: 9, window: 4)
        _ = try await run(filer)
        let text = try place.read("journal")
        _ = try place.file("journal", String(text.dropLast(20)))
        let second = ScriptedFiler(sharing: filer)
        #expect(try await run(second).counts.onServer == 20)
        #expect(
            try place.read("journal").split(separator: "\n").allSatisfy {
                $0.hasPrefix("K ") || $0.hasPrefix("F ") || $0.hasPrefix(JournalHistory.title)
            })
    }

    @Test("Lines mended, added and moved are filed; the others keep their keys")
    func edited() async throws {
        try write(references)
        let first = ScriptedFiler(refused: ["R-3", "R-7"])
        let counts = try await run(first).counts
        #expect(counts[.refused] == 2)
        #expect(BulkRun.status(counts) == .partly)
        try write(["N-1"] + references.reversed() + ["N-2"])
        let second = ScriptedFiler(sharing: first)
        let after = try await run(second).counts
        #expect(after[.filed] == 4)
        #expect(after[.filedBefore] == 18)
        #expect(second.state.withLock { $0.received } == 4)
    }

    @Test("Keys grow with the lines, so that the server's index is written at its end")
    func keysGrow() async throws {
        try write(references)
        _ = try await run(ScriptedFiler())
        let keys = try place.read("journal").split(separator: "\n").filter { $0.hasPrefix("K") }
            .map { $0.split(separator: " ")[2] }
        #expect(keys.count == 20)
        #expect(keys == keys.sorted())
    }

    @Test("Stopping reads no further, and the next run goes on")
    func stop() async throws {
        try write(references)
        let filer = ScriptedFiler()
        let counts = try await run(filer, stopAfter: 5).counts
        #expect(counts[.filed] == 5)
        #expect(BulkRun.summary(counts) == "5 filed, 15 not sent")
        let after = try await run(filer).counts
        #expect(after[.filed] == 15)
        #expect(after[.filedBefore] == 5)
    }

    @Test("Results tell each line; lines that break rules are told too and not sent")
    func results() async throws {
        let rows = ["R-1", "R-2", "R-3"].map { reference in
            var values = SampleCases.values(reference)
            if reference == "R-2" { values["siret"] = "1" }
            return values
        }
        _ = try place.file("cases.csv", SampleCases.csv(rows))
        let counts = try await run(ScriptedFiler(refused: ["R-3"])).counts
        #expect(counts.outcomes == [.filed: 1, .invalid: 1, .refused: 1])
        let lines = try place.read("results.ndjson").split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines.contains { $0.contains(#""outcome":"FILED""#) && $0.contains("RC-R-1") })
        #expect(lines.contains { $0.contains("SIRET_FORM") && $0.contains(#""line":3"#) })
        #expect(lines.contains { $0.contains("PERMISSION_DENIED") && $0.contains(#""line":4"#) })
    }

    @Test("A journal of another partner or server is refused")
    func owner() throws {
        let path = "\(place.path)/journal"
        do { _ = try Journal(path: path, owner: "one") }
        let error = #expect(throws: CommandError.self) { try Journal(path: path, owner: "two") }
        #expect(error?.status == .conflict)
    }

    @Test("Two runs of one file at a time are refused")
    func locked() throws {
        let path = "\(place.path)/journal"
        let first = try Journal(path: path, owner: "one")
        let error = #expect(throws: CommandError.self) { try Journal(path: path, owner: "one") }
        #expect(error?.status == .temporary)
        #expect(first.history.keyCount == 0)
    }

    @Test("A file that is no journal is left alone")
    func foreign() throws {
        let path = try place.file("journal", "my shopping list\n")
        #expect(throws: CommandError.self) { try Journal(path: path, owner: "one") }
        #expect(try place.read("journal") == "my shopping list\n")
    }

    @Test("A reference that stands twice is told with the first line")
    func duplicates() throws {
        try write(["R-1", "R-2", "R-1"])
        var faults: [LineFault] = []
        let validation = try BulkValidation.run(SampleCases.source("\(place.path)/cases.csv")) {
            faults.append($0)
        }
        #expect(validation.cases == 3)
        #expect(faults.map(\.line) == [4])
        #expect(faults.first?.message.contains("line 2") == true)
    }

    @Test("The results of a CSV file are quoted as CSV asks")
    func csvRow() {
        let row = ResultRow(
            line: 3, externalRef: "a;\"b\"", outcome: .refused, code: "X", message: "m\nn",
            violations: [.init(field: "siret", code: "SIRET_FORM", message: "")])
        #expect(
            ResultFile<ResultRow>.csv(row)
                == "3;\"a;\"\"b\"\"\";REFUSED;;;X;\"m\nn\";siret SIRET_FORM")
    }
}

@Suite("Progress is told in one line")
struct ProgressTests {
    @Test("It tells how far, how fast, what went wrong and how long it will take")
    func text() {
        let counts = BulkTally.Counts(
            total: 5000, read: 1240, outcomes: [.filed: 1237, .refused: 3])
        let progress = Progress(counts: counts, seconds: 4)
        Language.$current.withValue(.english) {
            #expect(progress.text == "1,240/5,000  310/s  3 refused  ETA 13 s")
            #expect(progress.line(barWidth: 8).hasPrefix("[#.......] 1,240/5,000"))
        }
        Language.$current.withValue(.french) {
            #expect(
                progress.text
                    == "1\u{A0}240/5\u{A0}000  310/s  3 refusés  reste 13 s")
        }
    }

    @Test("Nothing done yet divides nothing by zero")
    func start() {
        let progress = Progress(counts: .init(total: 0), seconds: 0)
        #expect(progress.text == "0/0  0/s")
        #expect(progress.line(barWidth: 4) == "[....] 0/0  0/s")
    }

    @Test(
        "Numbers and spans are readable",
        arguments: [
            (999.0, "16 min 39 s"), (12, "12 s"), (7500, "2 h 5 min"), (0.2, "1 s"), (-5, "0 s"),
        ])
    func spans(seconds: Double, expected: String) {
        #expect(Progress.span(seconds) == expected)
        #expect(Language.english.number(-1_234_567) == "-1,234,567")
    }
}
