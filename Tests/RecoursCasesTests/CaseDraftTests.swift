// SPDX-License-Identifier: EUPL-1.2

import CaseHistories
import RecoursCases
import Testing

@Suite("Validation of a draft")
struct CaseDraftTests {
    /// A change of a valid draft, and the one violation it must bring.
    struct Fault: Sendable, CustomTestStringConvertible {
        let path: String
        let code: ViolationCode
        let category: CaseCategory
        let change: @Sendable (inout CaseDraft) -> Void

        init(
            _ path: String, _ code: ViolationCode, in category: CaseCategory = .delisting,
            change: @escaping @Sendable (inout CaseDraft) -> Void
        ) {
            self.path = path
            self.code = code
            self.category = category
            self.change = change
        }

        var testDescription: String { "\(code.rawValue) at \(path)" }
    }

    @Test("A draft of every category passes", arguments: CaseCategory.allCases)
    func everyCategory(category: CaseCategory) {
        #expect(Samples.draft(category).violations(today: Samples.today) == [])
    }

    @Test("A fault is named once, at its place", arguments: faults + faultsOfCategories)
    func oneFault(fault: Fault) {
        var draft = Samples.draft(fault.category)
        fault.change(&draft)
        let found = draft.violations(today: Samples.today)
        #expect(found.map(\.fieldPath) == [fault.path])
        #expect(found.map(\.code) == [fault.code])
    }

    private static let faults: [Fault] = [
        Fault("complainant.siren", .required) {
            $0.complainant.siren = ""
            $0.complainant.siret = ""
        },
        Fault("complainant.siren", .sirenChecksum) { $0.complainant.siren = "732829321" },
        Fault("complainant.siret", .siretChecksum) { $0.complainant.siret = "73282932000075" },
        Fault("complainant.siret", .siretSpreadsheetExponent) {
            $0.complainant.siret = "7,33E+13"
        },
        Fault("complainant.siret", .siretSirenMismatch) {
            $0.complainant.siret = "35600000000048"
        },
        Fault("complainant.vat_number", .vatNumberKey) {
            $0.complainant.vatNumber = "FR45732829320"
        },
        Fault("complainant.vat_number", .vatNumberSirenMismatch) {
            $0.complainant.vatNumber = "FR83404833048"
        },
        Fault("complainant.kind", .partyKind) { $0.complainant.kind = .platform },
        Fault("complainant.kind", .required) { $0.complainant.kind = nil },
        Fault("complainant.legal_name", .required) { $0.complainant.legalName = " " },
        Fault("complainant.naf_code", .nafCodeForm) { $0.complainant.nafCode = "XX" },
        Fault("complainant.contact", .required) { $0.complainant.contact = nil },
        Fault("complainant.contact.email", .required) {
            $0.complainant.contact = Contact(name: "Camille")
        },
        Fault("complainant.contact.phone", .phoneForm) {
            $0.complainant.contact?.phone = "0123456789"
        },
        Fault("complainant.address.lines[1]", .tooLong) {
            $0.complainant.address?.lines.append(String(repeating: "a", count: 101))
        },
        Fault("complainant.address.lines", .tooMany) {
            $0.complainant.address?.lines = .init(repeating: "a", count: 6)
        },
        Fault("complainant.address.country", .countryUnknown) {
            $0.complainant.address?.country = "FX"
            $0.complainant.address?.postcode = ""
        },
        Fault("complainant.foreign_id.value", .required) {
            $0.complainant.foreignIdentifier = ForeignIdentifier(country: "DE", scheme: "HRB")
        },
        Fault("platform_id", .required) { $0.platformSlug = "" },
        Fault("platform_id", .slugForm) { $0.platformSlug = "Amazon" },
        Fault("platform_account_ref", .required) { $0.platformAccountReference = "" },
        Fault("category", .required) { $0.category = nil },
        Fault("extra_categories[0]", .duplicate) { $0.extraCategories = [.delisting] },
        Fault("extra_categories[1]", .duplicate) { $0.extraCategories = [.ranking, .ranking] },
        Fault("extra_categories", .tooMany) {
            $0.extraCategories = [.ranking, .parityClause, .dataAccess, .falseReviews]
        },
        Fault("title", .tooShort) { $0.title = "Abcd" },
        Fault("title", .controlCharacter) { $0.title = "Titre\u{0}caché" },
        Fault("facts", .notNormalised) { $0.facts += " e\u{301}" },
        Fault("facts", .tooLong) { $0.facts = String(repeating: "é", count: 10_001) },
        Fault("desired_remedies", .required) { $0.desiredRemedies = [] },
        Fault("desired_remedies[1]", .duplicate) { $0.desiredRemedies = [.relisted, .relisted] },
        Fault("incident_on", .required) { $0.incidentOn = nil },
        Fault("incident_on", .dateInFuture) { $0.incidentOn = Samples.today.adding(days: 2) },
        Fault("incident_on", .dateTooEarly) { $0.incidentOn = CalendarDate(iso: "1999-12-31") },
        Fault("discovered_on", .dateOrder) { $0.discoveredOn = $0.incidentOn?.adding(days: -1) },
        Fault("country", .countryUnknown) { $0.country = "EU" },
        Fault("language", .languageForm) { $0.language = "français" },
        Fault("loss.currency", .currencyUnknown) {
            $0.loss = Money(minorUnits: 1, currency: "XXX")
        },
        Fault("loss.minor_units", .negative) { $0.loss = Money(minorUnits: -1, currency: "EUR") },
        Fault("disclosure", .required) { $0.disclosure = nil },
        Fault("urgency", .required) { $0.urgency = nil },
        Fault("external_ref", .required) { $0.externalReference = "" },
        Fault("decision_ref", .tooLong) {
            $0.decisionReference = .init(repeating: "a", count: 201)
        },
        Fault("campaign_id", .identifierForm) { $0.campaignIdentifier = [0] },
        Fault("evidence_ids[0]", .identifierForm) { $0.evidenceIdentifiers = [[]] },
        Fault("standing_claim_id", .notSupportedYet) { $0.standingClaimIdentifier = [0] },
    ]

    private static let faultsOfCategories: [Fault] = [
        Fault("facts", .tooShort, in: .other) { $0.facts = String(repeating: "a", count: 49) },
        Fault("funds", .required, in: .fundsWithheld) { $0.funds = nil },
        Fault("funds", .required) { $0.extraCategories = [.fundsWithheld] },
        Fault("funds.held_since", .required, in: .fundsWithheld) { $0.funds?.heldSince = nil },
        Fault("funds.amount", .required, in: .fundsWithheld) { $0.funds?.amount = nil },
        Fault("funds.release_on", .dateOrder, in: .fundsWithheld) {
            $0.funds?.releaseOn = CalendarDate(iso: "2018-09-30")
        },
        Fault("terms_change", .required, in: .feeChange) { $0.termsChange = nil },
        Fault("terms_change.effective_on", .required, in: .termsChange) {
            $0.termsChange?.effectiveOn = nil
        },
        Fault("terms_change.document_url", .urlForm, in: .termsChange) {
            $0.termsChange?.documentURL = "conditions.pdf"
        },
        Fault("ip_claim", .required, in: .counterfeit) { $0.ipClaim = nil },
        Fault("ip_claim", .required, in: .otherIP) { $0.ipClaim = nil },
        Fault("ip_claim.good_faith", .goodFaithRequired, in: .counterfeit) {
            $0.ipClaim?.goodFaith = false
        },
        Fault("ip_claim.number", .required, in: .counterfeit) { $0.ipClaim?.number = "" },
        Fault("ip_claim.office", .officeUnknown, in: .counterfeit) { $0.ipClaim?.office = "EU" },
        Fault("ip_claim.owner", .required, in: .counterfeit) { $0.ipClaim?.owner = nil },
        Fault("ip_claim.owner.siren", .sirenChecksum, in: .counterfeit) {
            $0.ipClaim?.owner?.siren = "732829321"
        },
        Fault("ip_claim.originals", .required, in: .counterfeit) { $0.ipClaim?.originals = [] },
        Fault("ip_claim.originals[0].url", .urlUserInformation, in: .counterfeit) {
            $0.ipClaim?.originals[0].url = "https://a@b.fr/"
        },
        Fault("listings", .required, in: .counterfeit) { $0.listings = [] },
        Fault("listings", .tooMany, in: .counterfeit) {
            $0.listings = .init(repeating: Samples.listing, count: 1001)
        },
        Fault("listings[3].gtin", .gtinChecksum, in: .counterfeit) {
            $0.listings = .init(repeating: Samples.listing, count: 5)
            $0.listings[3].gtin = "4006381333932"
        },
        Fault("listings[0].platform_listing_id", .asinForm, in: .counterfeit) {
            $0.listings[0].platformListingIdentifier = "12"
        },
        Fault("listings[0].platform_listing_id", .required, in: .counterfeit) {
            $0.listings[0].platformListingIdentifier = ""
            $0.listings[0].url = ""
        },
        Fault("listings[0].state", .serverSet, in: .counterfeit) {
            $0.listings[0].state = .removed
        },
        Fault("listings[0].first_seen_at_ms", .dateTooEarly, in: .counterfeit) {
            $0.listings[0].firstSeenAt = Instant(millisecondsSince1970: .min)
        },
    ]

    @Test("A copyright needs neither number nor office")
    func copyright() {
        var draft = Samples.draft(.counterfeit)
        draft.ipClaim?.kind = .copyright
        draft.ipClaim?.number = ""
        draft.ipClaim?.office = ""
        #expect(draft.violations(today: Samples.today) == [])
    }

    @Test("A micro-entity with a SIREN alone, and a foreign firm without one, may complain")
    func firms() {
        var draft = Samples.draft()
        draft.complainant = Party(
            kind: .business, legalName: "Atelier", siren: "732829320", contact: Samples.contact)
        #expect(draft.violations(today: Samples.today) == [])
        draft.complainant.siren = ""
        draft.complainant.foreignIdentifier = ForeignIdentifier(
            country: "DE", scheme: "HRB", value: "12345 B")
        #expect(draft.violations(today: Samples.today) == [])
    }

    @Test("An inventor whose puzzle is copied needs no account where the copies are sold")
    func noAccount() {
        var draft = Samples.draft(.counterfeit)
        draft.platformAccountReference = ""
        #expect(draft.violations(today: Samples.today) == [])
    }

    @Test("All violations are told, not the first; fifty at most")
    func all() {
        let empty = CaseDraft().violations(today: Samples.today)
        #expect(
            empty.map(\.fieldPath) == [
                "complainant.kind", "complainant.legal_name", "complainant.siren",
                "complainant.contact", "platform_id", "platform_account_ref", "title", "facts",
                "external_ref", "country", "language", "category", "desired_remedies", "urgency",
                "disclosure", "incident_on",
            ])
        #expect(empty.allSatisfy { $0.code == .required })
        var draft = Samples.draft(.counterfeit)
        draft.listings = .init(repeating: Listing(url: "x"), count: 1000)
        #expect(draft.violations(today: Samples.today).count == 50)
    }

    @Test("A date that could not be read is not called missing too")
    func broughtAlong() {
        var draft = Samples.draft()
        draft.incidentOn = nil
        draft.title = ""
        let brought = Violation("incident_on", .dateForm)
        let found = draft.violations(today: Samples.today, startingWith: [brought])
        #expect(found == [brought, Violation("title", .required)])
    }

    @Test("Notice of terms is computed: eleven days are below fifteen, fifteen are not")
    func notice() throws {
        var change = try #require(Samples.draft(.termsChange).termsChange)
        #expect(change.noticeDays == 11)
        #expect(change.isBelowRequiredNotice == true)
        change.effectiveOn = CalendarDate(iso: "2018-12-05")
        #expect(change.noticeDays == 15)
        #expect(change.isBelowRequiredNotice == false)
        change.effectiveOn = nil
        #expect(change.isBelowRequiredNotice == nil)
    }

    @Test("Notice of a termination is computed: twenty-nine days are below thirty")
    func terminationNotice() throws {
        var statement = Samples.statement
        #expect(statement.noticeDays == 1 && statement.isBelowRequiredNotice == nil)
        statement.account = .terminated
        #expect(statement.isBelowRequiredNotice == true)
        for (day, isBelow) in [("2018-12-26", true), ("2018-12-27", false)] {
            statement.effectiveOn = CalendarDate(iso: day)
            #expect(statement.isBelowRequiredNotice == isBelow)
        }
        statement.account = nil
        statement.provision = .totalTermination
        #expect(statement.isBelowRequiredNotice == false)
        statement.effectiveOn = nil
        #expect(statement.isBelowRequiredNotice == nil)
    }

    @Test("Spaces in numbers are taken out before anything is checked")
    func normalising() throws {
        var draft = Samples.draft(.counterfeit)
        draft.complainant.siren = "732 829 320"
        draft.complainant.siret = "732\u{A0}829\u{202F}320 00074"
        draft.complainant.nafCode = "32.12Z"
        draft.complainant.contact?.phone = "+33 1.23.45.67.89"
        draft.ipClaim?.owner?.siren = "732 829 320"
        draft.listings[0].gtin = "4 006381 333931"
        let valid = try ValidDraft(draft, today: Samples.today)
        #expect(valid.draft == Samples.draft(.counterfeit))
    }

    @Test("Payment numbers in text are warned of, and refuse nothing")
    func warnings() {
        var draft = Samples.draft()
        draft.facts += " Carte 4111 1111 1111 1111."
        #expect(draft.violations(today: Samples.today) == [])
        #expect(draft.warnings() == [Violation("facts", .cardNumber)])
        #expect(Samples.draft().warnings() == [])
    }

    @Test("The raw values of codes are distinct and fit the protocol")
    func codes() {
        let names = Set(ViolationCode.allCases.map(\.rawValue))
        #expect(names.count == ViolationCode.allCases.count)
        #expect(
            names.allSatisfy { name in
                name.utf8.count <= 63 && name.utf8.allSatisfy { $0 == 0x5F || (0x30...0x5A) ~= $0 }
            })
    }
}
