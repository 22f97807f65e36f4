// SPDX-License-Identifier: EUPL-1.2

import Foundation
import PictureSamples
import RecoursClient
import RecoursMessages
import Testing

@testable import recours

/// What the built program says, command by command, in both languages. No server is needed: what
/// servers answer is worded by the same sentences.
@Suite("Nobody who asked for French is spoken to in English")
struct SpokenLanguageTests {
    /// Words that no French sentence has, and nearly every English one.
    private static let english: Set<String> = [
        "the", "is", "are", "was", "of", "not", "no", "and", "with", "it", "its", "be", "give",
        "write", "nothing", "cannot", "there", "has", "at", "in", "your",
    ]

    private let place: TemporaryPlace
    private let profile: String

    init() throws {
        place = try TemporaryPlace()
        profile = "\(place.path)/profile"
        try FileManager.default.createDirectory(
            atPath: profile, withIntermediateDirectories: true)
        // Port 1 answers nowhere.
        _ = try place.file(
            "profile/profile.json",
            #"{"endpoint": "127.0.0.1:1", "certificate": "c.pem", "key": "k.pem", "trust": "t"}"#)
        _ = try place.file("wrong.csv", "external_ref;siret;titel\n1;2;3\n")
        _ = try place.file(
            "cases.csv", SampleCases.csv([SampleCases.values("R-1"), ["siret": "8,24E+13"]]))
        _ = try place.file("empty.csv", "")
        _ = try place.file("open.csv", "external_ref;siret\n\"1;2\n")
        _ = try place.file("case.json", #"{"title": "x"}"#)
        _ = try place.file("text.json", "not JSON")
        _ = try place.file("mandates.csv", "association;siren;from\na;1;soon\n;2;2018-11-01\n")
        _ = try place.file("key.pem", "no key")
        _ = try place.file("copies.csv", "platform;listing;price;first_seen\na;b;1.234;soon\n")
        _ = try place.file("replies.csv", "listing;answer;reason;stay_down\nx;y;z;perhaps\n")
        _ = try place.file("seen.csv", "listing;pictures;price\na;none.png;x\n")
        _ = try place.file("queue.json", #"{"works": [], "matches": []}"#)
        _ = try place.file("verdicts", "{}\nx\n")
        _ = try place.file(
            "verdict", "{\"listingId\":\"\(SampleClaims.text(1))\",\"verdict\":\"COPY\"}\n")
        let picture = PictureSample.png.bytes
        try Data(picture.dropLast(20)).write(to: URL(fileURLWithPath: "\(place.path)/half.png"))
        try Data(PictureSample.webP.bytes).write(
            to: URL(fileURLWithPath: "\(place.path)/plain.webp"))
        try FileManager.default.createDirectory(
            atPath: "\(place.path)/full/more", withIntermediateDirectories: true)
    }

    private static let id = SampleClaims.text(2)

    /// Each fails or succeeds in its own way; `@` stands for the test's directory.
    static let invocations: [[String]] = [
        ["version"], ["profile", "list"], ["profile", "show"], ["profile", "use", "@/profile"],
        ["profile", "use", "nobody"], ["doctor"], ["doctor", "--endpoint", "::x"], ["ping"],
        ["ping", "--count", "0"], ["health"], ["clock", "show"], ["clock", "advance"],
        ["limits"], ["limits", "--kind", "nobody"],
        ["partner", "quota", "--kind", "platform", "--slug", "a", "--set", "cases_per_day"],
        ["clock", "advance", "--to", "soon"], ["show", "nonsense"], ["watch", "RC-1", "--inbox"],
        ["list", "--state", "answred"], ["list", "--updated-since", "soon"],
        ["inbox", "pull", "--after", "xyz"], ["ack", "RC-1", "--contact-name", "A"],
        ["respond", "--many", "-"], ["respond", "RC-1234-5678-90-3"],
        ["respond", "RC-1234-5678-90-3", "--type", "SORRY"],
        ["inform", "RC-1234-5678-90-3"], ["prove", "x", "--text", "a", "--evidence", "b"],
        ["submit", "@/case.json"], ["submit", "@/text.json"], ["submit", "@/none.json"],
        ["submit", "@/full"], ["draft", "save", "@/text.json"], ["bulk", "-"],
        ["bulk", "--dry-run", "@/cases.csv"], ["bulk", "@/cases.csv"], ["bulk", "@/empty.csv"],
        ["bulk", "@/wrong.csv"], ["bulk", "@/open.csv"], ["mandate", "import", "@/mandates.csv"],
        ["mandate", "import", "@/wrong.csv"], ["mandate", "list"],
        ["partner", "add", "--kind", "friend", "--name", "A"], ["partner", "list"],
        ["certificate", "show", "@/key.pem"],
        ["certificate", "revoke", "--kind", "platform", "--slug", "a", "--spki", "12"],
        [
            "certificate", "request", "--kind", "platform", "--slug", "a", "--trust-domain", "b.c",
            "--out", "@/full",
        ],
        ["evidence", "add", "@/none.pdf"], ["evidence", "add", "@/profile/profile.json.exe"],
        ["evidence", "get", "x"], ["picture", "hash", "@/key.pem"],
        ["picture", "hash", "@/none.png"], ["picture", "hash", "@/key.pem", "@/none.png"],
        ["picture", "hash", "@/half.png"], ["picture", "hash", "@/plain.webp"],
        ["receipt", "verify", "@/case.json", "--key", "@/key.pem"],
        ["export", "--siren", "1", "--out", "@/cases.csv"], ["retention", "run"],
        ["erase", "x", "--reason", "y"], ["stats", "--category", "weather"],
        ["stats", "--campaign", "x"], ["campaign", "show", "x"],
        ["commitment", "settle", "x", "--as", "honoured", "--reason", "y"],
        ["commitment", "make", "a", "--due", "2018-12-24"], ["platform", "list"],
        ["work", "register"], ["work", "show", "x"], ["work", "list"], ["claim", "show", "x"],
        ["work", "register", "--title", "L", "--picture", "@/half.png"],
        ["work", "register", "--title", "L", "--picture", "@/plain.webp"],
        ["work", "register", "--title", "L", "--right", "x"],
        ["work", "register", "--title", "L", "--monthly-loss", "x"],
        ["claim", "add", id, "@/wrong.csv"], ["claim", "add", id, "@/empty.csv"],
        ["claim", "add", id, "@/copies.csv"], ["claim", "add", id, "-"],
        ["claim", "list", "--state", "x"], ["claim", "listings", "--state", "x"],
        ["listings", "answer", "@/replies.csv"], ["listings", "answer", "@/none.csv"],
        ["listings", "pull", "--after", "xyz"], ["feed", "observe", "@/wrong.csv"],
        ["feed", "observe", "@/seen.csv"], ["matches", "list"],
        ["matches", "review", "--html", "@/m.html", "--pictures", "@/none"],
        ["matches", "review", "--html", "@/m.html", "--from", "@/queue.json"],
        ["matches", "decide", "@/none"], ["matches", "decide", "@/verdicts"],
        ["matches", "decide", "@/verdict", "--dry-run"],
        ["mediate", "close", "RC-1", "--reasons", "x"],
        ["mediate", "queue", "--mine", "--unassigned"],
        ["mediate", "answer-many", "take"], ["completion", "tcsh"],
    ]

    private func run(
        _ arguments: [String], in language: Language, _ more: [String] = []
    ) throws -> Invocation {
        let written = arguments.map { $0.replacing("@/", with: place.path + "/") }
        var environment = [
            "HOME": place.path, "RECOURS_PROFILE": profile, "TMPDIR": place.path,
            "LANG": "C.UTF-8",
        ]
        // What calls no server takes no options; it has the environment's language.
        guard arguments.first != "completion" else {
            environment["RECOURS_LANG"] = language.rawValue
            return try Invocation(written, environment: environment)
        }
        let option = ["--lang", language.rawValue]
        return try Invocation(written + option + more, environment: environment)
    }

    /// Without the parser's own lines, without what is quoted, and without names of files and
    /// options.
    private func words(_ text: String) -> Set<String> {
        var kept = ""
        // Its random letters may spell anything.
        for line in text.replacing(place.path, with: "").split(separator: "\n") {
            let isParsers = ["Usage:", "  See '"].contains { line.hasPrefix($0) }
            if !isParsers { kept += line + "\n" }
        }
        for quoted in [#"«[^»]*»"#, #"`[^`]*`"#, #"\([^)]*\)"#] {
            kept = kept.replacingOccurrences(of: quoted, with: " ", options: .regularExpression)
        }
        return Set(kept.split { !$0.isLetter && !"-/._’".contains($0) }.map { $0.lowercased() })
    }

    @Test(
        "Each command speaks either language, and its exit code is the same", arguments: invocations
    )
    func bothLanguages(arguments: [String]) throws {
        let french = try run(arguments, in: .french)
        let english = try run(arguments, in: .english)
        #expect(french.status == english.status)
        let found = words(french.said).intersection(Self.english)
        #expect(found.isEmpty, "\(found.sorted()) in: \(french.said)")
        if !english.said.isEmpty { #expect(french.said != english.said) }
    }

    @Test("What programs read is the same, whoever runs them", arguments: invocations)
    func programs(arguments: [String]) throws {
        guard arguments.first != "completion" else { return }
        let french = try run(arguments, in: .french, ["--json"])
        let english = try run(arguments, in: .english, ["--json"])
        #expect(french.said == english.said)
    }
}

@Suite("What is said of failures is said in French, with the server's words quoted")
struct FailureLanguageTests {
    private func inFrench<Value>(_ body: () throws -> Value) rethrows -> Value {
        try Language.$current.withValue(.french, operation: body)
    }

    @Test("Advice that is English is replaced by ours, or quoted")
    func remedies() {
        let known = RecoursError(
            code: .unavailable, message: "no route", remedy: "Look at the path.")
        let other = RecoursError(code: .internal, message: "oops", remedy: "Report it.")
        inFrench {
            #expect(CommandError(known).message == "le serveur est injoignable (« no route »)")
            #expect(CommandError(known).remedy.hasPrefix("Examinez le chemin"))
            #expect(CommandError(other).remedy == "« Report it. »")
        }
        Language.$current.withValue(.english) {
            #expect(CommandError(known).message == "no route")
            #expect(CommandError(known).remedy == "Look at the path.")
        }
    }

    @Test("Faults of a line are French to people and English in files of results")
    func lineFaults() throws {
        try inFrench {
            let fault = LineFault(
                line: 3, column: "bonne_foi", code: "UNKNOWN_VALUE", LineSentence.yesOrNo)
            #expect(
                fault.text(file: "a.csv") == "a.csv:3: bonne_foi: UNKNOWN_VALUE écrivez oui ou non")
            let row = ResultRow(DraftLine(line: 3, draft: CaseDraft(), faults: [fault]))
            #expect(row.violations.first?.message == "write oui or non")
            #expect(row.message == "the line breaks rules and was not sent")
            let json = try Terminal.json(fault, pretty: false)
            #expect(json.contains("écrivez") == false)
        }
    }

    @Test("The sum of a filing is counted in the language of who filed")
    func bulkSummary() {
        var counts = BulkTally.Counts()
        counts.total = 1_300
        counts.outcomes = [.filed: 1_240, .refused: 1]
        inFrench {
            #expect(
                BulkRun.summary(counts) == "1\u{A0}240 déposés, 1 refusé, 59 non envoyés")
        }
    }

    @Test("The language is known before the arguments are parsed, and JSON has none but English")
    func arguments() {
        let french = ["LANG": "fr_FR.UTF-8"]
        #expect(Language(arguments: ["ping", "--lang", "en"], environment: french) == .english)
        #expect(Language(arguments: ["ping", "--lang=fr"], environment: [:]) == .french)
        #expect(Language(arguments: ["ping"], environment: french) == .french)
        #expect(Language(arguments: ["ping", "--json"], environment: french) == .english)
        #expect(Language(arguments: ["x", "--", "--json"], environment: french) == .french)
    }

    @Test("A sandbox, a held clock, what is late, damage and reloads are told, and nothing else is")
    func healthRemarks() {
        let usual = HealthCheckResponse(state: .serving)
        #expect(ServerSentence.remarks(on: usual).isEmpty)
        let held = HealthCheckResponse(
            state: .serving, sandbox: true, clockHeld: true, revocationStale: true,
            reloadFailed: true)
        #expect(
            ServerSentence.remarks(on: held).map(\.english).joined().contains("sandbox") == true)
        #expect(ServerSentence.remarks(on: held).count == 4)
        let damaged = HealthCheckResponse(state: .serving, damaged: true)
        #expect(
            ServerSentence.remarks(on: damaged).map(\.english).first?.contains("damaged") == true)
    }

    @Test("One is counted as one")
    func singular() {
        inFrench {
            #expect(RetentionSentence.counted(seen: 1).text.hasPrefix("1 dossier examiné, "))
            #expect(
                RetentionSentence.done(seen: 2, erased: 1, spared: 0).text
                    == "2 dossiers examinés, 1 effacé, 0 épargné")
        }
    }

    @Test("Campaigns follow the language of the command")
    func campaigns() {
        inFrench { #expect(CampaignWord.cases(2).text == "2 dossiers") }
        Language.$current.withValue(.english) {
            #expect(CampaignWord.cases(2).text == "2 cases")
        }
    }
}
