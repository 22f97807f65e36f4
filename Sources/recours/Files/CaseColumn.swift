// SPDX-License-Identifier: EUPL-1.2

/// The columns that a CSV file of cases may have, by the names that partners write.
enum CaseColumn: String, CaseIterable, Sendable {
    case externalReference = "external_ref"
    case siret
    case siren
    case legalName = "raison_sociale"
    case contactName = "contact_nom"
    case contactEmail = "contact_email"
    case contactPhone = "contact_tel"
    case platform = "plateforme"
    case account = "compte_vendeur"
    case category = "categorie"
    case title = "titre"
    case facts = "faits"
    case incidentOn = "date_incident"
    case discoveredOn = "date_decouverte"
    case listingURLs = "url_annonces"
    case productCodes = "asin_ean"
    case withheldAmount = "montant_bloque"
    case currency = "devise"
    case heldSince = "bloque_depuis"
    case loss = "prejudice_estime"
    case decisionReference = "ref_decision_plateforme"
    case decisionOn = "date_decision"
    case effectiveOn = "date_effet"
    case rightKind = "droit_pi_type"
    case rightOffice = "droit_pi_office"
    case rightNumber = "droit_pi_numero"
    case remedies = "remede_souhaite"
    case goodFaith = "bonne_foi"
    case rightOwner = "titulaire_droit"
    case originalURL = "produit_original_url"
    case announcedOn = "date_annonce"
    case releaseOn = "deblocage_prevu"
    case country = "pays"
    case urgency = "urgence"
    case pseudonym = "pseudonyme"
    case evidence = "pieces"
    case language = "langue"
    case campaign = "campagne"

    /// Without these no line of the file could be filed.
    static let required: [CaseColumn] = [
        .externalReference, .legalName, .contactName, .platform, .category, .title, .facts,
        .incidentOn, .remedies,
    ]

    /// The column in which a violation's field is written; nil for a field with no column.
    init?(fieldPath: String) {
        if let column = CaseColumn.byField[fieldPath] {
            self = column
            return
        }
        // listings[3].gtin: the list's own column; then the nearest enclosing message's.
        if fieldPath.hasPrefix("listings") {
            let isCode =
                fieldPath.hasSuffix(".gtin") || fieldPath.hasSuffix(".platform_listing_id")
            self = isCode ? .productCodes : .listingURLs
            return
        }
        for (prefix, column) in CaseColumn.byPrefix where fieldPath.hasPrefix(prefix) {
            self = column
            return
        }
        return nil
    }

    private static let byField: [String: CaseColumn] = [
        "external_ref": .externalReference, "complainant.siret": .siret,
        "complainant.siren": .siren, "complainant.legal_name": .legalName,
        "complainant.contact.name": .contactName, "complainant.contact.email": .contactEmail,
        "complainant.contact.phone": .contactPhone, "complainant.contact": .contactName,
        "platform_id": .platform,
        "platform_account_ref": .account, "category": .category, "title": .title, "facts": .facts,
        "incident_on": .incidentOn, "discovered_on": .discoveredOn,
        "funds": .withheldAmount, "funds.amount": .withheldAmount,
        "funds.amount.minor_units": .withheldAmount, "funds.amount.currency": .currency,
        "funds.held_since": .heldSince, "funds.release_on": .releaseOn,
        "loss": .loss, "loss.minor_units": .loss, "loss.currency": .currency,
        "decision_ref": .decisionReference, "decision_on": .decisionOn,
        "terms_change": .announcedOn, "terms_change.announced_on": .announcedOn,
        "terms_change.effective_on": .effectiveOn,
        "ip_claim": .rightKind, "ip_claim.kind": .rightKind, "ip_claim.office": .rightOffice,
        "ip_claim.number": .rightNumber, "ip_claim.good_faith": .goodFaith,
        "country": .country, "urgency": .urgency, "disclosure": .pseudonym,
        "evidence_ids": .evidence, "language": .language, "campaign_id": .campaign,
    ]

    private static let byPrefix: [(String, CaseColumn)] = [
        ("extra_categories", .category), ("desired_remedies", .remedies),
        ("ip_claim.owner", .rightOwner), ("ip_claim.originals", .originalURL),
        ("complainant.contact", .contactName), ("complainant", .legalName),
    ]
}

/// Which field of a record is which column.
struct CaseHeader: Sendable, Equatable {
    /// The place of each column that the file has, from 0.
    let places: [CaseColumn: Int]
    let fieldCount: Int

    /// Reads the first record. Throws `CommandError` with every name that is wrong or missing.
    init(_ record: CSVRecord, file: String) throws(CommandError) {
        var places: [CaseColumn: Int] = [:]
        var faults: [LineSentence] = []
        for (place, field) in record.fields.enumerated() {
            let name = CaseHeader.normalised(field)
            guard let column = CaseColumn(rawValue: name) else {
                faults.append(CaseHeader.unknown(field, name))
                continue
            }
            if places.updateValue(place, forKey: column) != nil {
                faults.append(.twice(column: name))
            }
        }
        let missing = CaseColumn.required.filter { places[$0] == nil }.map(\.rawValue)
        if !missing.isEmpty { faults.append(.missing(columns: missing)) }
        if places[.siret] == nil, places[.siren] == nil {
            faults.append(.needsSiretOrSiren)
        }
        guard faults.isEmpty else {
            throw CommandError(
                .badData,
                FileSentence.lines(
                    faults.map { LineSentence.fault(file, line: record.line, what: $0.text).text }),
                remedy: LineSentence.columnsInHelp)
        }
        self.places = places
        fieldCount = record.fields.count
    }

    /// The column's value in a record, without the spaces around it; empty if there is none.
    func value(_ column: CaseColumn, in record: CSVRecord) -> String {
        guard let place = places[column], record.fields.indices.contains(place) else { return "" }
        return Trimming.trimmed(record.fields[place])
    }

    private static func normalised(_ field: String) -> String {
        Trimming.trimmed(field).lowercased()
    }

    private static func unknown(_ field: String, _ name: String) -> LineSentence {
        let nearest = Nearest.name(to: name, among: CaseColumn.allCases.map(\.rawValue))
        return .unknown(column: SafeText.line(field), meant: nearest)
    }
}

/// Takes the white space off a text's ends, no-break spaces included: spreadsheets leave them.
enum Trimming {
    static func trimmed(_ text: String) -> String {
        var rest = text[...]
        while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
        while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
        return String(rest)
    }
}
