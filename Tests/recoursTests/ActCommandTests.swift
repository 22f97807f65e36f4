// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import RecoursClient
import RecoursMessages
import Testing

@testable import recours

@Suite("Commands make the actions that they stand for")
struct ActCommandTests {
    private static let number = "RC-1234-5678-90-6"

    /// The action of a command line.
    private func action(_ words: String...) throws -> Action.Kind {
        let command = try Recours.parseAsRoot(words)
        let acting = try #require(command as? any ActionCommand)
        return try acting.action()
    }

    @Test("The complainant's commands")
    func complainant() throws {
        let n = ActCommandTests.number
        #expect(try action("restore", n) == .restore(Reason()))
        #expect(try action("reopen", n, "--text", "Fait") == .reopen(Writing(text: "Fait")))
        #expect(try action("inform", n, "-t", "Voici") == .addInformation(Writing(text: "Voici")))
        #expect(try action("contest", n, "-t", "Non") == .contest(Writing(text: "Non")))
        #expect(
            try action("readdress", n, "--to", "wish") == .readdress(Readdress(platformID: "wish")))
        #expect(
            try action("disclose", n, "--as", "pseudonyme") == .raiseDisclosure(.pseudonym))
        #expect(
            try action("decline", n, "--reason", "Trop long")
                == .answerAgreement(AnswerAgreement(reason: "Trop long")))
    }

    @Test("The mediator's commands")
    func mediator() throws {
        let n = ActCommandTests.number
        #expect(
            try action("mediate", "take", n, "--reason", "r") == .takeOver(Reason(text: "r")))
        #expect(
            try action("mediate", "note", n, "--to", "plateforme", "-t", "Un geste ?")
                == .note(ConfidentialNote(side: .platform, writing: Writing(text: "Un geste ?"))))
        #expect(
            try action("mediate", "merge", n, "--into", n, "--reason", "r")
                == .merge(MergeTarget(publicNumber: n, reason: "r")))
        #expect(
            try action("mediate", "reject", n, "--because", "abusif", "-t", "t")
                == .declareInadmissible(Inadmissibility(reason: .abusive, text: "t")))
        #expect(
            try action(
                "mediate", "close", n, "--no-agreement", "--reasons", "r", "--next-step", "Tribunal"
            )
                == .closeMediation(
                    MediationOutcome(result: .noAgreement, reasons: "r", nextSteps: ["Tribunal"])))
    }

    @Test("Who leaves without an agreement is told where to go, and an end must be named")
    func outcome() throws {
        let n = ActCommandTests.number
        for words in [["--no-agreement"], [], ["--resolved", "--no-agreement"]] {
            let command = try Recours.parseAsRoot(
                ["mediate", "close", n, "--reasons", "r"] + words)
            let acting = try #require(command as? any ActionCommand)
            let error = #expect(throws: CommandError.self) { try acting.action() }
            #expect(error?.status == .usage)
        }
    }

    @Test("Words come once: from the command line or from a file")
    func words() {
        let n = ActCommandTests.number
        for words in [[], ["--text", "a", "--text-file", "b"]] {
            #expect(throws: (any Error).self) { try Recours.parseAsRoot(["inform", n] + words) }
        }
    }

    @Test(
        "Files go with whatever is said, by path or identifier, but not with what is said to many")
    func files() throws {
        let place = try TemporaryPlace()
        let path = try place.file("facture.pdf", "x")
        let identifier = "0192f3a1-b2c3-7d4e-8f00-112233445566"
        let n = ActCommandTests.number
        for words in [
            ["message"], ["note"], ["prove"], ["reopen"], ["inform"], ["contest"],
            ["mediate", "say"], ["mediate", "ask"], ["mediate", "propose"],
            ["mediate", "note", "--to", "plateforme"],
        ] {
            let line = words + [n, "-t", "t", "--evidence", path, "--evidence", identifier]
            let command = try #require(try Recours.parseAsRoot(line) as? any WritingCommand)
            #expect(command.words.evidence == [path, identifier])
        }
        let inform = try Recours.parseAsRoot(["inform", n, "-t", "t"])
        let command = try #require(inform as? any WritingCommand)
        let attached = Writing(text: "t", evidenceIDs: [[1]])
        #expect(try command.action(attached) == .addInformation(attached))
        #expect(throws: (any Error).self) {
            try Recours.parseAsRoot(
                ["mediate", "answer-many", "say", n, "-t", "t", "--evidence", path])
        }
    }

    @Test("The same act on the same case has the same key, in another run another")
    func keys() throws {
        let action = Action(kind: .takeOver(Reason(text: "r")))
        let one = [UInt8](repeating: 1, count: 16)
        let key = try ActIdentity.key(of: action, on: one, run: "")
        #expect(try ActIdentity.key(of: action, on: one, run: "") == key)
        let others = [
            try ActIdentity.key(of: action, on: one, run: "2"),
            try ActIdentity.key(of: action, on: [UInt8](repeating: 2, count: 16), run: ""),
            try ActIdentity.key(
                of: Action(kind: .takeOver(Reason(text: "s"))), on: one, run: ""),
        ]
        #expect(!others.contains(key))
        #expect(Set(others).count == 3)
    }

    @Test("Many cases are named, read from a file, or chosen: one way at a time")
    func manyWays() throws {
        let base = ["mediate", "answer-many", "say", "--text", "t"]
        for words in [["RC-1"], ["--from", "f"], ["--platform", "amazon", "--state", "answered"]] {
            _ = try Recours.parseAsRoot(base + words)
        }
        for words in [[], ["RC-1", "--from", "f"], ["--from", "f", "--platform", "amazon"]] {
            #expect(throws: (any Error).self) { try Recours.parseAsRoot(base + words) }
        }
    }

    @Test("A list of cases may have remarks and empty lines")
    func list() throws {
        let place = try TemporaryPlace()
        let path = try place.file("list", "RC-1  # wichtig\n\n# alles\n RC-2\r\n")
        #expect(try MediateAnswerMany.lines(path) == ["RC-1", "RC-2"])
    }
}

@Suite("A platform's answer can be given by flags, whatever its type")
struct AnswerCommandTests {
    @Test("Listings are answered from a file, in either language")
    func listings() throws {
        let place = try TemporaryPlace()
        let french = try place.file(
            "l.csv", "annonce;réponse;note\nB00A;retirée;\nB00B;refusée;« Licence »\n")
        let english = try place.file(
            "e.csv", "listing,answer,note\nB00A,removed,\nB00B,REFUSED,« Licence »\n")
        let expected = [
            ListingAnswer(platformListingID: "B00A", kind: .removed),
            ListingAnswer(platformListingID: "B00B", kind: .refused, note: "« Licence »"),
        ]
        #expect(try ListingAnswersFile.read(french) == expected)
        #expect(try ListingAnswersFile.read(english) == expected)
    }

    @Test("All faulty lines are told, and more than 1,000 listings are refused")
    func faults() throws {
        let place = try TemporaryPlace()
        let path = try place.file("l.csv", "listing;answer\nA;removd\nB;removed\nC;x\n")
        let error = #expect(throws: CommandError.self) { try ListingAnswersFile.read(path) }
        #expect(error?.message.contains(":2: answer") == true)
        #expect(error?.message.contains(":4: answer") == true)
        let long = try place.file(
            "long.csv", "listing;answer\n" + (0...1000).map { "L\($0);removed\n" }.joined())
        #expect(throws: CommandError.self) { try ListingAnswersFile.read(long) }
        let unknown = try place.file("u.csv", "listing;price\nA;1\n")
        #expect(throws: CommandError.self) { try ListingAnswersFile.read(unknown) }
    }

    @Test("Remedies of money carry their amount")
    func remedies() throws {
        #expect(
            try AnswerDetails.remedy("FUNDS_RELEASED=1 234,56EUR")
                == Remedy(
                    kind: .fundsReleased, amount: Money(minorUnits: 123_456, currency: "EUR")))
        #expect(try AnswerDetails.remedy("remise en ligne") == Remedy(kind: .relisted))
        for text in ["FUNDS_RELEASED=1.234EUR", "FUNDS_RELEASED=12", "nothing"] {
            #expect(throws: CommandError.self) { try AnswerDetails.remedy(text) }
        }
    }
}
