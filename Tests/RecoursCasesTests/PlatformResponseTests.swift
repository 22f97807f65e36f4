// SPDX-License-Identifier: EUPL-1.2

import CaseHistories
import RecoursCases
import Testing

@Suite("Validation of an answer")
struct PlatformResponseTests {
    /// A change of a valid answer, and the one violation it must bring.
    struct Fault: Sendable, CustomTestStringConvertible {
        let type: ResponseType
        let path: String
        let code: ViolationCode
        let change: @Sendable (inout PlatformResponse) -> Void

        init(
            _ type: ResponseType, _ path: String, _ code: ViolationCode,
            change: @escaping @Sendable (inout PlatformResponse) -> Void
        ) {
            self.type = type
            self.path = path
            self.code = code
            self.change = change
        }

        var testDescription: String { "\(type): \(code.rawValue) at \(path)" }
    }

    private func caseFile() throws -> CaseFile {
        var draft = Samples.draft(.counterfeit)
        draft.listings.append(Listing(platformListingIdentifier: "B000000002"))
        return try Submitting.caseFile(draft)
    }

    @Test(
        "A complete answer passes",
        arguments: ResponseType.allCases)
    func complete(type: ResponseType) throws {
        let response = Samples.response(type)
        #expect(response.violations(today: Samples.today, answering: try caseFile()) == [])
        #expect(response.violations(today: Samples.today, answering: nil) == [])
    }

    @Test("A fault is named once, at its place", arguments: faults)
    func oneFault(fault: Fault) throws {
        var response = Samples.response(fault.type)
        fault.change(&response)
        let found = response.violations(today: Samples.today, answering: try caseFile())
        #expect(found.map(\.fieldPath) == [fault.path])
        #expect(found.map(\.code) == [fault.code])
    }

    private static let faults: [Fault] = [
        Fault(.remedyDone, "remedies", .required) { $0.remedies = [] },
        Fault(.remedyDone, "remedies", .tooMany) {
            $0.remedies = .init(repeating: Remedy(kind: .relisted), count: 11)
        },
        Fault(.remedyDone, "contact", .required) { $0.remedies = [Remedy(kind: .humanContact)] },
        Fault(.remedyDone, "contact.hours", .required) {
            $0.remedies = [Remedy(kind: .humanContact)]
            $0.contact = Samples.contact
            $0.contact?.hours = ""
        },
        Fault(.remedyDone, "contact.role", .required) {
            $0.remedies = [Remedy(kind: .humanContact)]
            $0.contact = Samples.contact
            $0.contact?.role = ""
        },
        Fault(.remedyDone, "remedies[0].kind", .required) { $0.remedies = [Remedy()] },
        Fault(.remedyDone, "remedies[0].amount", .required) {
            $0.remedies = [Remedy(kind: .fundsReleased)]
        },
        Fault(.remedyDone, "remedies[0].amount.minor_units", .tooSmall) {
            $0.remedies = [
                Remedy(kind: .feeRefunded, amount: Money(minorUnits: 0, currency: "EUR"))
            ]
        },
        Fault(.remedyDone, "remedies[0].amount", .notForThisType) {
            $0.remedies = [Remedy(kind: .relisted, amount: Money(minorUnits: 1, currency: "EUR"))]
        },
        Fault(.remedyPromised, "due_on", .required) { $0.dueOn = nil },
        Fault(.remedyPromised, "due_on", .dateInPast) { $0.dueOn = Samples.today.adding(days: -1) },
        Fault(.remedyPromised, "due_on", .dateTooFar) { $0.dueOn = Samples.today.adding(days: 61) },
        Fault(.remedyPromised, "remedies", .required) { $0.remedies = [] },
        Fault(.explanation, "statement_of_reasons", .required) { $0.statementOfReasons = nil },
        Fault(.explanation, "statement_of_reasons", .decisionRequired) {
            $0.statementOfReasons?.visibility = nil
        },
        Fault(.explanation, "statement_of_reasons.ground", .required) {
            $0.statementOfReasons?.ground = nil
        },
        Fault(.explanation, "statement_of_reasons.facts", .tooShort) {
            $0.statementOfReasons?.facts = "Non."
        },
        Fault(.explanation, "statement_of_reasons.explanation", .required) {
            $0.statementOfReasons?.explanation = ""
        },
        Fault(.explanation, "statement_of_reasons.territories[1]", .countryUnknown) {
            $0.statementOfReasons?.territories = ["FR", "XX"]
        },
        Fault(.explanation, "statement_of_reasons.ends_on", .dateOrder) {
            $0.statementOfReasons?.endsOn = CalendarDate(iso: "2018-11-01")
        },
        Fault(.explanation, "statement_of_reasons.redress.mediators", .required) {
            $0.statementOfReasons?.redress?.mediators = []
        },
        Fault(.decisionUpheld, "statement_of_reasons", .required) { $0.statementOfReasons = nil },
        Fault(.decisionUpheld, "statement_of_reasons.redress", .required) {
            $0.statementOfReasons?.redress = nil
        },
        Fault(.inProgress, "due_on", .required) { $0.dueOn = nil },
        Fault(.inProgress, "due_on", .dateTooFar) { $0.dueOn = Samples.today.adding(days: 61) },
        Fault(.alreadySettled, "proof", .required) { $0.proof = "" },
        Fault(.remedyDone, "proof", .notForThisType) { $0.proof = "x" },
        Fault(.remedyDone, "due_on", .notForThisType) { $0.dueOn = Samples.today },
        Fault(.remedyDone, "text", .required) { $0.text = "" },
        Fault(.remedyDone, "type", .required) { $0.type = nil },
        Fault(.remedyDone, "response_id", .identifierForm) { $0.identifier = [1] },
        Fault(.remedyDone, "response_id", .required) { $0.identifier = [] },
        Fault(.remedyDone, "evidence_ids[0]", .identifierForm) { $0.evidenceIdentifiers = [[1]] },
        Fault(.remedyDone, "given_at_ms", .serverSet) { $0.givenAt = Samples.now },
        Fault(.remedyDone, "contact.email", .emailForm) {
            $0.contact = Contact(name: "A", email: "a")
        },
        Fault(.remedyDone, "listing_answers[0].platform_listing_id", .unknownListing) {
            $0.listingAnswers = [
                ListingAnswer(platformListingIdentifier: "B000000009", kind: .removed)
            ]
        },
        Fault(.remedyDone, "listing_answers[1].platform_listing_id", .duplicate) {
            $0.listingAnswers = .init(
                repeating: ListingAnswer(platformListingIdentifier: "B000000002", kind: .removed),
                count: 2)
        },
        Fault(.remedyDone, "listing_answers[0].note", .required) {
            $0.listingAnswers = [
                ListingAnswer(platformListingIdentifier: "B000000002", kind: .refused)
            ]
        },
    ]

    @Test("A thousand listings are answered one by one; a thousand and one are too many")
    func manyListings() throws {
        var draft = Samples.draft(.counterfeit)
        let numbers = (0..<1000).map { "B00000" + String(1000 + $0) }
        draft.listings = numbers.map { Listing(platformListingIdentifier: $0) }
        let caseFile = try Submitting.caseFile(draft)
        var response = Samples.response(.remedyDone)
        response.listingAnswers = numbers.map {
            ListingAnswer(platformListingIdentifier: $0, kind: .removed)
        }
        #expect(response.violations(today: Samples.today, answering: caseFile) == [])
        response.listingAnswers.append(response.listingAnswers[0])
        #expect(
            response.violations(today: Samples.today, answering: caseFile).map(\.code)
                == [.tooMany])
    }
}
