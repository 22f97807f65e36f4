// SPDX-License-Identifier: EUPL-1.2

import CaseHistories
import RecoursCases
import Testing

@Suite("Profiles and commitments")
struct ProfileAndCommitmentTests {
    static let profile = PlatformProfile(
        contact: Samples.contact, validUntil: Samples.today.adding(days: 90),
        languages: ["fr", "en"], internalComplaint: "Formulaire.", mediators: ["CMAP", "AME"],
        outOfCourtBody: "ODS France")

    struct Fault: Sendable, CustomTestStringConvertible {
        let path: String
        let code: ViolationCode
        let change: @Sendable (inout PlatformProfile) -> Void

        var testDescription: String { "\(code.rawValue) at \(path)" }
    }

    static let faults: [Fault] = [
        Fault(path: "profile.contact", code: .required) { $0.contact = nil },
        Fault(path: "profile.contact.role", code: .required) { $0.contact?.role = "" },
        Fault(path: "profile.contact.hours", code: .required) { $0.contact?.hours = "" },
        Fault(path: "profile.contact.language", code: .required) { $0.contact?.language = "" },
        Fault(path: "profile.valid_until", code: .required) { $0.validUntil = nil },
        Fault(path: "profile.valid_until", code: .dateInPast) {
            $0.validUntil = Samples.today.adding(days: -1)
        },
        Fault(path: "profile.valid_until", code: .dateTooFar) {
            $0.validUntil = Samples.today.adding(days: 367)
        },
        Fault(path: "profile.languages", code: .required) { $0.languages = [] },
        Fault(path: "profile.languages[1]", code: .languageForm) { $0.languages[1] = "anglais!" },
        Fault(path: "profile.mediators", code: .tooFew) { $0.mediators = ["CMAP"] },
        Fault(path: "profile.mediators[1]", code: .duplicate) { $0.mediators[1] = "CMAP" },
        Fault(path: "profile.out_of_court_body", code: .tooLong) {
            $0.outOfCourtBody = .init(repeating: "a", count: 201)
        },
    ]

    @Test("A fault of a profile is named once, at its place", arguments: faults)
    func oneFault(fault: Fault) {
        var profile = Self.profile
        fault.change(&profile)
        let found = profile.violations(today: Samples.today)
        #expect(found.map(\.fieldPath) == [fault.path])
        #expect(found.map(\.code) == [fault.code])
    }

    @Test("A contact is good to the last day that is given for it")
    func standing() throws {
        #expect(Self.profile.violations(today: Samples.today) == [])
        let last = try #require(Self.profile.validUntil)
        #expect(ContactStanding(of: Self.profile, on: last) == .current)
        #expect(ContactStanding(of: Self.profile, on: last.adding(days: 1)) == .expired)
        #expect(ContactStanding(of: nil, on: last) == .missing)
    }

    // MARK: Commitments

    /// A case whose answer promises money, and what the store would make of it.
    private func promised() throws -> (caseFile: CaseFile, commitment: Commitment) {
        var response = Samples.response(.remedyPromised)
        response.remedies = [
            Remedy(kind: .fundsReleased, amount: Money(minorUnits: 5, currency: "EUR")),
            Remedy(kind: .relisted, note: "Mme Durand suit le dossier."),
        ]
        let decision = try CaseRules.decide(
            .respond(response), on: try Submitting.caseFile(), by: .partner(Samples.platform),
            at: Samples.now)
        let event = try #require(decision.events.last)
        let commitment = try #require(
            CommitmentRules.promise(in: event, of: decision.caseFile) {
                [UInt8](repeating: 1, count: 16)
            })
        return (decision.caseFile, commitment)
    }

    private func settlement(
        _ command: CaseCommand, by actor: Actor, daysLater days: Int64 = 0
    ) throws -> CommitmentState? {
        let (caseFile, commitment) = try promised()
        let now = Samples.now.millisecondsSince1970 + days * 86_400_000
        let decision = try CaseRules.decide(
            command, on: caseFile, by: actor, at: Instant(millisecondsSince1970: now))
        let event = try #require(decision.events.last)
        return CommitmentRules.settlement(of: commitment, by: event)?.state
    }

    @Test("A promise is worded by its remedies, so that nothing personal outlives its case")
    func wording() throws {
        let commitment = try promised().commitment
        #expect(commitment.text == "FUNDS_RELEASED 0.05 EUR, RELISTED")
        #expect(commitment.state == .open)
        #expect(commitment.dueOn == Samples.today.adding(days: 10))
    }

    @Test("Accepting a promise leaves it open, refusing or withdrawing waives it")
    func settling() throws {
        let complainant = Actor.partner(Samples.association)
        #expect(
            try settlement(.giveVerdict(accepted: true, reason: ""), by: complainant) == nil)
        #expect(
            try settlement(.giveVerdict(accepted: false, reason: "x"), by: complainant)
                == .waived)
        #expect(try settlement(.withdraw(reason: ""), by: complainant) == .waived)
        #expect(
            try settlement(
                .act(.takeOver(reason: "x")), by: .partner(Samples.mediator)) == .waived)
    }

    @Test("Only what is open, overdue and no case's is broken by the clock")
    func overdue() throws {
        var commitment = Commitment(
            identifier: [], platformSlug: "amazon", text: "Répondre.",
            scope: .category(.ranking), dueOn: Samples.today, by: .system, at: Samples.now)
        let tomorrow = Samples.today.adding(days: 1)
        #expect(!CommitmentRules.isOverdue(commitment, on: Samples.today))
        #expect(CommitmentRules.isOverdue(commitment, on: tomorrow))
        commitment.settle(.waived, by: .system, at: Samples.now, reason: "x")
        #expect(!CommitmentRules.isOverdue(commitment, on: tomorrow))
        #expect(
            !CommitmentRules.isOverdue(
                try promised().commitment, on: Samples.today.adding(days: 30)))
    }

    @Test("A commitment has a text and a day ahead")
    func violations() {
        let found = CommitmentRules.violations(
            text: "", dueOn: Samples.today.adding(days: -1), today: Samples.today)
        #expect(found.map(\.code) == [.required, .dateInPast])
        #expect(
            CommitmentRules.violations(text: "Oui.", dueOn: Samples.today, today: Samples.today)
                == [])
    }
}
