// SPDX-License-Identifier: EUPL-1.2

import Foundation
import PictureSamples
import RecoursClient
import RecoursTesting
import Testing

@testable import recours

@Suite("Works, claims and their listings on the command line")
struct ClaimCommandTests {
    @Test("A work is registered from options, with hashes of its pictures, once")
    func register() async throws {
        let program = try await ScriptedProgram()
        let picture = URL(fileURLWithPath: "\(program.place.path)/lampe.png")
        try Data(PictureSample.png.bytes).write(to: picture)
        for _ in 0..<2 {
            let done = try await program.run(
                "work", "register", "--title", "Lampe", "--gtin", "4006381333931", "--picture",
                "@/lampe.png", "--right", "dessin ou modèle", "--office", "em", "--number", "2",
                "--original", "https://a.example", "--owner-siret", "732 829 320 00074",
                "--owner-name", "Atelier", "--monthly-loss", "150,00EUR", "--good-faith")
            #expect(done.status == 0, "\(done.errors)")
            #expect(done.output.hasPrefix("registered: "))
        }
        let draft = try #require(program.server.works.first?.draft)
        #expect(draft.pictures.map(\.pdq.count) == [32])
        #expect(draft.ipClaim?.office == "EM" && draft.ipClaim?.kind == .design)
        #expect(draft.ipClaim?.owner?.siret == "73282932000074")
        #expect(draft.monthlyLoss == Money(minorUnits: 15_000, currency: "EUR"))
        // The server takes the second for the first by its key.
        #expect(Set(program.keys("ClaimService/RegisterWork")).count == 1)
        let listed = try await program.run("work", "list", "--json")
        #expect(try JSONText.message([Work].self, Array(listed.output.utf8)).count == 2)
        await program.server.stop()
    }

    @Test("A claim is opened, shown, suspended, resumed and withdrawn")
    func claim() async throws {
        let program = try await ScriptedProgram()
        program.server.works = [SampleClaims.work]
        program.server.claims = [SampleClaims.claim]
        let work = SampleClaims.text(1)
        let id = SampleClaims.text(2)
        let opened = try await program.run(
            "claim", "open", work, "--platform", "Wish", "--auto-report", "--report-at", "950")
        #expect(opened.status == 0, "\(opened.errors)")
        #expect(
            program.server.claims.last?.plan
                == ClaimPlan(
                    workID: SampleClaims.work.id, platforms: ["wish"], autoReport: true,
                    reportThreshold: 950))
        let shown = try await program.run("claim", "show", id, language: "fr")
        for text in ["Lampe Papillon", "amazon, wish", "20, dont 3 qui n’en étaient pas"] {
            #expect(shown.output.contains(text), "\(shown.output)")
        }
        for (words, state) in [
            (["suspend", id, "--reason", "Contesté."], ClaimState.suspended),
            (["resume", id, "--reason", "Établi."], .active), (["withdraw", id], .withdrawn),
        ] {
            let arguments = ["claim"] + words
            let done = try await program.run(arguments)
            #expect(done.status == 0, "\(done.errors)")
            #expect(program.server.claims.first?.state == state)
        }
        #expect(try await program.run("claim", "show", "x").status == ExitStatus.usage.rawValue)
        let none = try await program.run("claim", "show", SampleClaims.text(99))
        #expect(none.status == ExitStatus.notFound.rawValue)
        await program.server.stop()
    }

    @Test("A file of copies is sent in calls of 1,000, and again nothing is new")
    func add() async throws {
        let program = try await ScriptedProgram()
        program.server.claims = [SampleClaims.claim]
        let lines = (0..<2_500).map { "wish;W\($0);https://wish.example/\($0);30/11/2018 15:05" }
        let text = (["plateforme;annonce;url;vue_le"] + lines).joined(separator: "\n")
        let file = try program.place.file("copies.csv", text)
        let id = SampleClaims.text(2)
        let done = try await program.run("claim", "add", id, file)
        #expect(done.status == 0, "\(done.errors)")
        #expect(done.errors.contains("2,500 listings: reported 2,500"))
        #expect(program.count("ClaimService/AddListings") == 3)
        #expect(program.server.listings.count == 2_500)
        #expect(program.server.listings.first?.listing?.firstSeenAtMs == 1_543_586_700_000)
        let again = try await program.run("claim", "add", id, file, "--results", "@/r.csv")
        #expect(again.status == 0)
        let rows = try program.place.read("r.csv").split(separator: "\n")
        #expect(rows.count == 2_501)
        #expect(rows[1].hasPrefix("2;wish;W0;EXISTS;REPORTED;"))
        #expect(program.server.listings.count == 2_500)
        await program.server.stop()
    }

    @Test("What cannot be read is told by line and column, and nothing is sent")
    func faults() async throws {
        let program = try await ScriptedProgram()
        let text = """
            platform;listing;prix;first_seen
            wish;W1;12,50;2018-11-30
            wish;W2;1.234;2018-11-30
            wish;W3;;yesterday

            """
        let file = try program.place.file("copies.csv", text)
        let id = SampleClaims.text(2)
        let done = try await program.run("claim", "add", id, file)
        #expect(done.status == ExitStatus.badData.rawValue)
        #expect(done.errors.contains(":3: prix: AMOUNT_AMBIGUOUS"))
        #expect(done.errors.contains(":4: first_seen: DATE_FORM"))
        #expect(program.count("ClaimService/AddListings") == 0)
        let skipping = try await program.run("claim", "add", id, file, "--skip-invalid")
        #expect(skipping.status == ExitStatus.partly.rawValue)
        #expect(program.server.listings.map { $0.listing?.platformListingID } == ["W1"])
        let results = try program.place.read("copies.csv.results.ndjson")
        #expect(results.contains(#""outcome":"UNREAD""#) && !results.contains("1.234"))
        await program.server.stop()
    }

    @Test("What the server rejects is told by line and column, and the others are taken")
    func rejected() async throws {
        let program = try await ScriptedProgram()
        let file = try program.place.file("c.csv", "platform;annonce\nwish;W1\nwish;\n")
        let done = try await program.run("claim", "add", SampleClaims.text(2), file)
        #expect(done.status == ExitStatus.partly.rawValue)
        #expect(done.errors.contains("c.csv:3: listing: REQUIRED"), "\(done.errors)")
        let unknown = try program.place.file("u.csv", "platform;listing;colour\nwish;W1;red\n")
        let refused = try await program.run("claim", "add", SampleClaims.text(2), unknown)
        #expect(refused.status == ExitStatus.badData.rawValue)
        #expect(refused.errors.contains("unknown column `colour`"))
        await program.server.stop()
    }

    @Test("A platform's sheet is pulled, filled in and sent; lines without an answer are left")
    func sheet() async throws {
        let program = try await ScriptedProgram()
        program.server.works = [SampleClaims.work]
        program.server.listings = (10...12).map { SampleClaims.listing($0) }
        let pulled = try await program.run(
            "listings", "pull", "--csv", "--state-file", "@/cursor")
        #expect(pulled.status == 0, "\(pulled.errors)")
        var lines = pulled.output.split(separator: "\n").map(String.init)
        #expect(lines.count == 4 && lines[1].contains("Atelier Papillon"))
        lines[1].replace(";1;;;;;", with: ";1;retirée;oui;;;")
        lines[2].replace(";1;;;;;", with: ";1;REFUSED;;vendeur licencié;Voir le contrat.;")
        let file = try program.place.file("sheet.csv", lines.joined(separator: "\n"))
        let done = try await program.run("listings", "answer", file)
        #expect(done.status == 0, "\(done.errors)")
        #expect(done.errors.contains("2 listings: taken 2"))
        #expect(
            program.server.listings.map { $0.listing?.state } == [.removed, .refused, .reported])
        // Nothing is new behind the cursor that was kept.
        let rest = try await program.run("listings", "pull", "--state-file", "@/cursor")
        #expect(rest.output.isEmpty)
        await program.server.stop()
    }

    @Test("A feed tells what was reported and what waits, and passes over what cannot be read")
    func feed() async throws {
        let program = try await ScriptedProgram()
        program.server.works = [SampleClaims.work]
        program.server.claims = [SampleClaims.claim]
        let picture = URL(fileURLWithPath: "\(program.place.path)/a.png")
        try Data(PictureSample.png.bytes).write(to: picture)
        let file = try program.place.file(
            "seen.csv",
            """
            platform;listing;title;brand;gtin;pictures
            wish;W1;Lampe;;4006381333931;a.png
            wish;W2;Lampe;Papillon;;
            wish;W3;Tasse;;;
            wish;W4;Lampe;;;absent.png

            """)
        let done = try await program.run("feed", "observe", file)
        #expect(done.status == ExitStatus.partly.rawValue)
        let lines = done.output.split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix("2  reported  950  wish  W1") })
        #expect(lines.contains { $0.hasPrefix("3  to be looked at  700  wish  W2") })
        #expect(lines.last == "3 listings seen: to be looked at 1, reported 1")
        #expect(done.errors.contains("seen.csv:5: pictures: PICTURE"))
        let results = try program.place.read("seen.csv.results.ndjson").split(separator: "\n")
        #expect(results.count == 4)
        #expect(results.contains { $0.contains(#""outcome":"NO_MATCH""#) })
        await program.server.stop()
    }

    @Test("A feed without end is answered as it comes")
    func stream() async throws {
        let program = try await ScriptedProgram()
        program.server.works = [SampleClaims.work]
        program.server.claims = [SampleClaims.claim]
        let all = try await program.converse(
            ["feed", "observe", "-"],
            [
                ("platform;listing;gtin\nwish;W1;4006381333931\n", "W1"),
                ("wish;W2;4006381333931\n", "W2"),
            ])
        #expect(all)
        await program.server.stop()
    }

    @Test("Matches are listed with what speaks for them, judged on a page, and decided")
    func matches() async throws {
        let program = try await ScriptedProgram()
        program.server.works = [SampleClaims.work]
        program.server.listings = (10...12).map { SampleClaims.listing($0, .observed) }
        let listed = try await program.run("matches", "list", language: "fr")
        #expect(listed.output.contains("même image (12 bits sur 256 diffèrent), autre GTIN"))
        let page = try await program.run("matches", "review", "--html", "@/matches.html")
        #expect(page.status == 0, "\(page.errors)")
        #expect(try program.place.read("matches.html").contains(SampleClaims.text(11)))
        let file = try program.place.file(
            "verdicts.jsonl",
            """
            {"listingId":"\(SampleClaims.text(10))","verdict":"COPY"}
            {"listingId":"\(SampleClaims.text(11))","verdict":"NO_COPY"}
            {"listingId":"\(SampleClaims.text(99))","verdict":"COPY"}

            """)
        let dry = try await program.run("matches", "decide", file, "--dry-run")
        #expect(dry.output == "2 copies, 1 passed over; nothing was sent\n")
        #expect(program.count("ClaimService/ReviewMatch") == 0)
        let done = try await program.run("matches", "decide", file)
        #expect(done.status == ExitStatus.partly.rawValue)
        #expect(done.errors.contains("1 copy reported, 1 passed over, 1 refused"))
        #expect(program.server.listings[0].listing?.state == .reported)
        #expect(program.server.listings[1].excludedAtMs != nil)
        await program.server.stop()
    }

    @Test("Before a claim is a time or unknown, and nothing to a platform")
    func before() {
        var line = ClaimFigureLine(
            claimID: SampleClaims.claim.id, platformID: "wish", reported: 6,
            reportedToRemoved: RemovalTime(count: 6, medianMinutes: 90, p95Minutes: 120),
            before: RemovalTime(count: 7, medianMinutes: 7_200, p95Minutes: 7_200),
            percentOfBefore: 1)
        Language.$current.withValue(.english) {
            #expect(ClaimFiguresTable.row(line)[11...12] == ["5\u{A0}d", "1%"])
            (line.before, line.percentOfBefore) = (nil, nil)
            #expect(ClaimFiguresTable.row(line)[11...12] == ["unknown", "unknown"])
            line.claimID = []
            #expect(ClaimFiguresTable.row(line)[11...12] == ["–", "–"])
            #expect(ClaimFiguresTable.row(line).count == ClaimFiguresTable.columns.count)
        }
    }

    @Test("Figures say how many calls were saved")
    func callsSaved() async throws {
        let program = try await ScriptedProgram()
        program.server.listings = (10...12).map { SampleClaims.listing($0) }
        let told = try await program.run("claim", "figures", language: "fr")
        #expect(told.status == 0 && told.output.contains("AVANT LA DEMANDE"), "\(told.output)")
        #expect(told.errors.contains("3 appels évités"), "\(told.errors)")
        await program.server.stop()
    }
}
