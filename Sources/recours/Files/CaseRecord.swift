// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursMessages

/// Reads a record of a CSV file as a case.
struct CaseRecord {
    typealias Message = RecoursMessages.CaseDraft

    let header: CaseHeader
    let record: CSVRecord
    /// What could not be read, by field path, beside what the rules find.
    private(set) var violations: [Violation] = []
    /// Faults of columns that have no field of their own.
    private(set) var faults: [LineFault] = []

    init(header: CaseHeader, record: CSVRecord) {
        self.header = header
        self.record = record
    }

    /// The draft; what is unreadable is left out of it and noted.
    mutating func draft() -> Message {
        let categories = enumerated(.category, "category", Labels.categories)
        let country = value(.country)
        let language = value(.language)
        return Message(
            complainant: complainant(),
            platformID: value(.platform).lowercased(),
            platformAccountRef: value(.account),
            category: categories.first ?? .unspecified,
            extraCategories: Array(categories.dropFirst()),
            title: value(.title),
            facts: value(.facts),
            desiredRemedies: enumerated(.remedies, "desired_remedies", Labels.remedies),
            incidentOn: date(.incidentOn, "incident_on"),
            discoveredOn: date(.discoveredOn, "discovered_on"),
            country: country.isEmpty ? "FR" : country.uppercased(),
            language: language.isEmpty ? "fr" : language,
            listings: listings(),
            funds: funds(),
            loss: money(.loss, "loss"),
            termsChange: termsChange(categories),
            ipClaim: ipClaim(),
            disclosure: disclosure(),
            urgency: enumerated(.urgency, "urgency", Labels.urgencies).first ?? .standard,
            externalRef: value(.externalReference),
            decisionRef: value(.decisionReference),
            decisionOn: date(.decisionOn, "decision_on"))
    }

    /// The campaign that the line names, or the one for lines that name none.
    mutating func campaign(_ names: CampaignNames) -> [UInt8] {
        let text = value(.campaign)
        if text.isEmpty { return names.standard }
        if let identifier = names.identifier(of: text) { return identifier }
        faults.append(
            LineFault(
                line: record.line, column: CaseColumn.campaign.rawValue,
                Breach(.unknownCampaign)))
        return []
    }

    /// The files that the line names, counted from a directory; what cannot go is noted.
    mutating func pieces(in directory: String) -> [Piece] {
        let names = list(.evidence)
        var found: [Piece] = []
        for name in names {
            do throws(Breach) {
                found.append(
                    try Piece(path: name.hasPrefix("/") ? name : "\(directory)/\(name)"))
            } catch {
                faults.append(fault(error))
            }
        }
        if names.count > CaseLimits.evidenceFiles {
            faults.append(
                LineFault(
                    line: record.line, column: CaseColumn.evidence.rawValue,
                    Breach(.tooMany, limit: CaseLimits.evidenceFiles, actual: names.count)))
        }
        return found
    }

    private func fault(_ breach: Breach) -> LineFault {
        let column = CaseColumn.evidence.rawValue
        switch breach.code {
        case .required:
            return LineFault(
                line: record.line, column: column, code: "NO_FILE",
                LineSentence.noPiece)
        case .unknownValue:
            return LineFault(
                line: record.line, column: column, code: breach.code.rawValue,
                LineSentence.kindOfPiece)
        default: return LineFault(line: record.line, column: column, breach)
        }
    }

    /// Says that a line has too few or too many fields.
    mutating func checkFieldCount() {
        guard record.fields.count != header.fieldCount else { return }
        faults.append(
            LineFault(
                line: record.line, column: "-", code: "FIELD_COUNT",
                LineSentence.fieldCount(record.fields.count, header: header.fieldCount)))
    }

    // MARK: Parts

    private mutating func complainant() -> RecoursMessages.Party {
        let contact = RecoursMessages.Contact(
            name: value(.contactName), email: value(.contactEmail), phone: value(.contactPhone))
        return RecoursMessages.Party(
            kind: .business, legalName: value(.legalName), siren: registered(.siren),
            siret: registered(.siret), contact: contact)
    }

    /// Numbers as the register writes them. A number that a spreadsheet spoiled is named as such.
    private mutating func registered(_ column: CaseColumn) -> String {
        let text = value(column)
        if let damage = DamagedSiretRule.damage(in: text) {
            violations.append(Violation("complainant.\(column.rawValue)", damage))
        }
        return String(text.filter { !$0.isWhitespace })
    }

    private mutating func disclosure() -> RecoursMessages.Disclosure {
        guard let isPseudonym = yes(.pseudonym, "disclosure") else { return .identified }
        return isPseudonym ? .pseudonym : .identified
    }

    /// Addresses and codes go in pairs, in their order.
    private func listings() -> [RecoursMessages.Listing] {
        let urls = list(.listingURLs)
        let codes = list(.productCodes)
        return (0..<max(urls.count, codes.count)).map { place in
            var listing = RecoursMessages.Listing()
            if urls.indices.contains(place) { listing.url = urls[place] }
            if codes.indices.contains(place) {
                let code = codes[place]
                let isGTIN = code.utf8.count != 10 && code.utf8.allSatisfy { (0x30...0x39) ~= $0 }
                if isGTIN { listing.gtin = code } else { listing.platformListingID = code }
            }
            return listing
        }
    }

    private mutating func funds() -> RecoursMessages.FundsWithheld? {
        let columns: [CaseColumn] = [.withheldAmount, .heldSince, .releaseOn]
        guard columns.contains(where: { !value($0).isEmpty }) else { return nil }
        return RecoursMessages.FundsWithheld(
            amount: money(.withheldAmount, "funds.amount"),
            heldSince: date(.heldSince, "funds.held_since"),
            releaseOn: date(.releaseOn, "funds.release_on"))
    }

    private mutating func termsChange(
        _ categories: [RecoursMessages.CaseCategory]
    ) -> RecoursMessages.TermsChange? {
        let columns: [CaseColumn] = [.announcedOn, .effectiveOn]
        guard columns.contains(where: { !value($0).isEmpty }) else { return nil }
        return RecoursMessages.TermsChange(
            announcedOn: date(.announcedOn, "terms_change.announced_on"),
            effectiveOn: date(.effectiveOn, "terms_change.effective_on"),
            kind: categories.contains(.feeChange) ? .fees : .terms)
    }

    private mutating func ipClaim() -> RecoursMessages.IpClaim? {
        let columns: [CaseColumn] = [
            .rightKind, .rightOffice, .rightNumber, .rightOwner, .originalURL, .goodFaith,
        ]
        guard columns.contains(where: { !value($0).isEmpty }) else { return nil }
        let owner = value(.rightOwner)
        return RecoursMessages.IpClaim(
            kind: enumerated(.rightKind, "ip_claim.kind", Labels.rights).first ?? .unspecified,
            office: value(.rightOffice).uppercased(),
            number: value(.rightNumber),
            owner: owner.isEmpty
                ? nil : RecoursMessages.Party(kind: .business, legalName: owner),
            originals: list(.originalURL).map { RecoursMessages.Listing(url: $0) },
            goodFaith: yes(.goodFaith, "ip_claim.good_faith") ?? false)
    }

    // MARK: Values

    private func value(_ column: CaseColumn) -> String {
        header.value(column, in: record)
    }

    private func list(_ column: CaseColumn) -> [String] {
        value(column).split(separator: "|").map { Trimming.trimmed(String($0)) }
            .filter { !$0.isEmpty }
    }

    private mutating func date(_ column: CaseColumn, _ path: String) -> String {
        let text = value(column)
        guard !text.isEmpty else { return "" }
        do throws(Breach) {
            return try WrittenDate.date(text).description
        } catch {
            violations.append(Violation(path, error))
            return ""
        }
    }

    private mutating func money(_ column: CaseColumn, _ path: String) -> RecoursMessages.Money? {
        let text = value(column)
        guard !text.isEmpty else { return nil }
        let written = value(.currency).uppercased()
        let currency = written.isEmpty ? "EUR" : written
        do throws(Breach) {
            let units = try WrittenAmount.minorUnits(text, currency: currency)
            return RecoursMessages.Money(minorUnits: units, currency: currency)
        } catch {
            let field = error.code == .currencyUnknown ? "currency" : "minor_units"
            violations.append(Violation("\(path).\(field)", error))
            // Something must stand there, or the amount would be called missing as well.
            return RecoursMessages.Money(minorUnits: 0, currency: currency)
        }
    }

    private mutating func yes(_ column: CaseColumn, _ path: String) -> Bool? {
        let text = value(column)
        guard !text.isEmpty else { return nil }
        if let yes = WrittenYes.value(of: text) { return yes }
        faults.append(
            LineFault(
                line: record.line, column: column.rawValue, code: "UNKNOWN_VALUE",
                LineSentence.yesOrNo))
        return nil
    }

    private mutating func enumerated<Value>(
        _ column: CaseColumn, _ path: String, _ labels: Labels.Table<Value>
    ) -> [Value] {
        var values: [Value] = []
        for (place, text) in list(column).enumerated() {
            if let value = labels.value(of: text) {
                values.append(value)
                continue
            }
            // Known to the rules under the path they would complain of, so that it is said once.
            violations.append(
                Violation(place == 0 ? path : "\(path)[\(place)]", .unknownValue))
            faults.append(
                LineFault(
                    line: record.line, column: column.rawValue, code: "UNKNOWN_VALUE",
                    labels.advice(for: text)))
        }
        return values
    }
}
