// SPDX-License-Identifier: EUPL-1.2

import RecoursMessages
import Testing

@testable import recours

@Suite("A line of a CSV file becomes a case")
struct CaseRecordTests {
    private let place: TemporaryPlace

    init() throws {
        place = try TemporaryPlace()
    }

    private func line(_ changes: [String: String]) throws -> DraftLine {
        let values = SampleCases.values("R-1").merging(changes) { $1 }
        let path = try place.file("cases.csv", SampleCases.csv([values]))
        return try #require(try SampleCases.lines(path).first)
    }

    @Test("A line without fault becomes the case it says")
    func draft() throws {
        let line = try line([
            "url_annonces": "https://a.example/1|https://a.example/2", "asin_ean": "B0R8086B3R",
            "prejudice_estime": "1 234,56", "urgence": "urgente", "date_decouverte": "2018-12-01",
            "categorie": "déréférencement|FALSE_REVIEWS", "remede_souhaite": "Remise en ligne",
        ])
        #expect(line.faults.isEmpty)
        #expect(line.line == 2)
        let draft = line.draft
        #expect(draft.externalRef == "R-1")
        #expect(draft.complainant?.siret == "73282932000074")
        #expect(draft.complainant?.kind == .business)
        #expect(draft.incidentOn == "2018-11-30")
        #expect(draft.discoveredOn == "2018-12-01")
        #expect(draft.category == .delisting)
        #expect(draft.extraCategories == [.falseReviews])
        #expect(draft.desiredRemedies == [.relisted])
        #expect(draft.loss == Money(minorUnits: 123_456, currency: "EUR"))
        #expect(draft.urgency == .urgent)
        #expect(draft.country == "FR")
        #expect(draft.language == "fr")
        #expect(draft.listings.map(\.url) == ["https://a.example/1", "https://a.example/2"])
        #expect(draft.listings.first?.platformListingID == "B0R8086B3R")
    }

    @Test("A counterfeit's columns become a claim")
    func claim() throws {
        let line = try line([
            "categorie": "contrefaçon", "url_annonces": "https://a.example/1",
            "asin_ean": "4006381333931",
            "droit_pi_type": "marque", "droit_pi_office": "fr", "droit_pi_numero": "4638601",
            "bonne_foi": "oui", "titulaire_droit": "Atelier",
            "produit_original_url": "https://atelier.example/p",
        ])
        #expect(line.faults.isEmpty)
        #expect(line.draft.ipClaim?.kind == .trademark)
        #expect(line.draft.ipClaim?.office == "FR")
        #expect(line.draft.ipClaim?.goodFaith == true)
        #expect(line.draft.ipClaim?.owner?.legalName == "Atelier")
        #expect(line.draft.listings.first?.gtin == "4006381333931")
    }

    @Test("Funds and terms have their columns")
    func fundsAndTerms() throws {
        let funds = try line([
            "categorie": "FUNDS_WITHHELD", "montant_bloque": "500", "devise": "jpy",
            "bloque_depuis": "01/11/2018",
        ])
        #expect(funds.faults.isEmpty)
        #expect(funds.draft.funds?.amount == Money(minorUnits: 500, currency: "JPY"))
        let terms = try line([
            "categorie": "changement de tarif", "date_annonce": "20/11/2018",
            "date_effet": "21/11/2018",
        ])
        #expect(terms.faults.isEmpty)
        #expect(terms.draft.termsChange?.kind == .fees)
    }

    @Test(
        "A fault is told by line, column and code, and never by its value",
        arguments: [
            ("siret", "6862758700014", "SIRET_LEADING_ZERO_LOST"),
            ("siret", "8,24E+13", "SIRET_SPREADSHEET_EXPONENT"),
            ("siret", "73282932000075", "SIRET_CHECKSUM"),
            ("date_incident", "31/02/2019", "DATE_FORM"),
            ("prejudice_estime", "1.234", "AMOUNT_AMBIGUOUS"),
            ("categorie", "DELISTED", "UNKNOWN_VALUE"),
            ("remede_souhaite", "argent", "UNKNOWN_VALUE"),
            ("urgence", "vite", "UNKNOWN_VALUE"),
            ("pseudonyme", "peut-être", "UNKNOWN_VALUE"),
            ("pieces", "secret.pdf", "NO_FILE"), ("pieces", "secret.exe", "UNKNOWN_VALUE"),
            ("campagne", "noel", "UNKNOWN_CAMPAIGN"),
            ("devise", "EURO", "CURRENCY_UNKNOWN"),
            ("faits", "trop court", "TOO_SHORT"),
            ("contact_email", "marie", "EMAIL_FORM"),
            ("plateforme", "a b", "SLUG_FORM"),
            ("url_annonces", "ftp://x", "URL_FORM"),
        ])
    func faults(column: String, value: String, code: String) throws {
        var changes = [column: value]
        if column == "devise" { changes["prejudice_estime"] = "12" }
        let line = try line(changes)
        let fault = try #require(line.faults.first)
        #expect(line.faults.count == 1)
        #expect(fault.column == column)
        #expect(fault.code == code)
        let text = fault.text(file: "cases.csv")
        #expect(text.hasPrefix("cases.csv:2: \(column): \(code) "))
        #expect(!text.contains(value))
    }

    @Test("All faults of a line are told, not only the first")
    func all() throws {
        let line = try line(["siret": "1", "titre": "", "date_incident": "hier", "faits": "x"])
        #expect(Set(line.faults.map(\.column)) == ["siret", "titre", "date_incident", "faits"])
    }

    @Test("A line with a field too many is told, since its values may be misplaced")
    func fieldCount() throws {
        let text = SampleCases.csv([SampleCases.values("R-1")]).dropLast() + ";trop\n"
        let path = try place.file("cases.csv", String(text))
        #expect(try SampleCases.lines(path).first?.faults.map(\.code) == ["FIELD_COUNT"])
    }

    @Test("Every column that a violation may name exists")
    func columns() {
        for path in [
            "complainant.siret", "complainant.contact.hours", "listings[3].gtin", "listings",
            "ip_claim.owner.legal_name", "ip_claim.originals[0].url", "desired_remedies[1]",
        ] {
            #expect(CaseColumn(fieldPath: path) != nil)
        }
        #expect(CaseColumn(fieldPath: "listings[3].gtin") == .productCodes)
        #expect(CaseColumn(fieldPath: "standing_claim_id") == nil)
    }
}

@Suite("The header of a CSV file is understood or refused")
struct CaseHeaderTests {
    private func header(_ names: [String]) throws -> CaseHeader {
        try CaseHeader(CSVRecord(line: 1, fields: names), file: "cases.csv")
    }

    @Test("Columns may come in any order, with spaces and capitals")
    func order() throws {
        let header = try header(SampleCases.columns.reversed().map { " \($0.uppercased()) " })
        #expect(header.places[.remedies] == 0)
        #expect(header.places[.externalReference] == SampleCases.columns.count - 1)
    }

    @Test(
        "An unknown column is told with the nearest known one",
        arguments: [
            ("categori", "categorie"), ("facts", "faits"), ("dateincident", "date_incident"),
            ("sirete", "siret"),
        ])
    func nearest(written: String, meant: String) {
        let error = #expect(throws: CommandError.self) {
            try header(SampleCases.columns + [written])
        }
        #expect(error?.message.contains("`\(written)`; did you mean `\(meant)`?") == true)
        #expect(error?.status == .badData)
    }

    @Test("A column that resembles none is only named")
    func noneNear() {
        let error = #expect(throws: CommandError.self) {
            try header(SampleCases.columns + ["commentaire interne"])
        }
        #expect(error?.message.contains("`commentaire interne`") == true)
        #expect(error?.message.contains("did you mean") == false)
    }

    @Test("All missing columns are named at once")
    func missing() {
        let error = #expect(throws: CommandError.self) { try header(["external_ref", "titre"]) }
        for column in ["categorie", "faits", "date_incident", "siret and siren"] {
            #expect(error?.message.contains(column) == true)
        }
    }

    @Test("A column that stands twice is refused")
    func twice() {
        #expect(throws: CommandError.self) { try header(SampleCases.columns + ["titre"]) }
    }
}
