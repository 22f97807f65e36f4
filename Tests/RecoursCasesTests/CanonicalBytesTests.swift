// SPDX-License-Identifier: EUPL-1.2

import CaseHistories
import RecoursCases
import Testing

@Suite("Canonical bytes")
struct CanonicalBytesTests {
    @Test("The form is the documented one, byte for byte")
    func golden() {
        var out = CanonicalBytes(naming: "x")
        out.write(1, "é")
        out.write(2, "")
        out.write(3, Int64(-2))
        out.write(4, true)
        out.write(5, CalendarDate(iso: "1970-01-02"))
        out.write(6, ["a", ""])
        out.write(7, Money(minorUnits: 1, currency: "")) { $1.write(1, $0.minorUnits) }
        out.write(8, Contact()) { $1.write(1, $0.name) }
        out.write(9, nil as Contact?) { $1.write(1, $0.name) }
        #expect(
            out.bytes == [
                0, 0, 0, 0, 0, 1, 0x78,
                0, 1, 0, 0, 0, 2, 0xC3, 0xA9,
                0, 3, 0, 0, 0, 8, 255, 255, 255, 255, 255, 255, 255, 254,
                0, 4, 0, 0, 0, 1, 1,
                0, 5, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 1,
                0, 6, 0, 0, 0, 1, 0x61, 0, 6, 0, 0, 0, 0,
                0, 7, 0, 0, 0, 14, 0, 1, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 1,
                0, 8, 0, 0, 0, 0,
            ])
    }

    @Test("Equal drafts have equal bytes; a change anywhere changes them")
    func drafts() {
        var seen: Set<[UInt8]> = []
        let full = Samples.draft(.counterfeit)
        seen.insert(full.canonicalBytes)
        #expect(full.canonicalBytes == Samples.draft(.counterfeit).canonicalBytes)
        for change in Self.changes {
            var draft = full
            change(&draft)
            #expect(seen.insert(draft.canonicalBytes).inserted)
        }
    }

    private static let changes: [@Sendable (inout CaseDraft) -> Void] = [
        { $0.complainant.siren = "" },
        { $0.complainant.tradeName = "x" },
        { $0.complainant.contact = nil },
        { $0.complainant.contact = Contact() },
        { $0.complainant.address?.lines.append("") },
        { $0.complainant.foreignIdentifier = ForeignIdentifier() },
        { $0.platformSlug = "wish" },
        { $0.platformAccountReference = "" },
        { $0.category = .otherIP },
        { $0.extraCategories = [.ranking] },
        { $0.title += " " },
        { $0.facts += " " },
        { $0.desiredRemedies = [.listingsRemoved, .relisted] },
        { $0.desiredRemedies = [.relisted, .listingsRemoved] },
        { $0.incidentOn = nil },
        { $0.discoveredOn = $0.incidentOn },
        { $0.noticeReceivedOn = $0.incidentOn },
        { $0.country = "BE" },
        { $0.language = "en" },
        { $0.listings.append(Listing()) },
        { $0.listings[0].imageHash = 0 },
        { $0.listings[0].firstSeenAt = Samples.now },
        { $0.listings[0].price = Money(minorUnits: 0, currency: "EUR") },
        { $0.funds = FundsWithheld() },
        { $0.loss = Money(minorUnits: 0, currency: "EUR") },
        { $0.termsChange = TermsChange() },
        { $0.ipClaim = nil },
        { $0.ipClaim?.goodFaith = false },
        { $0.ipClaim?.originals.append(Listing()) },
        { $0.disclosure = .aggregate },
        { $0.urgency = .urgent },
        { $0.externalReference = "B" },
        { $0.decisionReference = "B" },
        { $0.decisionOn = $0.incidentOn },
        { $0.campaignIdentifier = [0] },
        { $0.evidenceIdentifiers = [[0]] },
        { $0.standingClaimIdentifier = [0] },
    ]

    @Test("Text moved from one field to the next does not stay the same content")
    func boundaries() {
        var first = Samples.draft()
        first.externalReference = "ab"
        first.decisionReference = "c"
        var second = first
        second.externalReference = "a"
        second.decisionReference = "bc"
        #expect(first.canonicalBytes != second.canonicalBytes)
    }

    @Test("Commands differ by kind, case and content, but not by the version expected")
    func commands() throws {
        let here = Submitting.identifier
        let there = CaseIdentifier(high: 1, low: 1)
        let commands: [CaseCommand] =
            [
                try Submitting.command(), .elapse, .acknowledge(Samples.contact),
                .acknowledge(Contact()), .respond(Samples.response(.remedyDone)),
                .respond(Samples.response(.explanation)),
                .respond(Samples.response(.remedyDone, identifier: 2)),
                .giveVerdict(accepted: true, reason: ""), .giveVerdict(accepted: false, reason: ""),
                .giveVerdict(accepted: false, reason: "x"), .withdraw(reason: ""),
                .withdraw(reason: "x"),
            ] + Actions.all.map { .act($0) }
        #expect(Set(commands.map { $0.canonicalBytes(on: here) }).count == commands.count)
        for command in commands.dropFirst() {
            #expect(command.canonicalBytes(on: here) != command.canonicalBytes(on: there))
        }
        #expect(
            CaseCommand.withdraw(reason: "x", expectedVersion: 3).canonicalBytes(on: here)
                == CaseCommand.withdraw(reason: "x").canonicalBytes(on: here))
        var given = Samples.response(.remedyDone)
        given.givenAt = Samples.now
        #expect(
            CaseCommand.respond(given).canonicalBytes(on: here)
                == CaseCommand.respond(Samples.response(.remedyDone)).canonicalBytes(on: here))
    }

    @Test("A draft written with spaces in its numbers is the same content once it is valid")
    func normalised() throws {
        var draft = Samples.draft()
        draft.complainant.siret = "732 829 320 00074"
        let valid = try ValidDraft(draft, today: Samples.today)
        #expect(valid.draft.canonicalBytes == Samples.draft().canonicalBytes)
    }
}
