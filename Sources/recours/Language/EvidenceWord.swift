// SPDX-License-Identifier: EUPL-1.2

/// What is said of files of evidence.
enum EvidenceWord: Sentence {
    case identifier, size, broughtBy, seenBy, scan, erased, name
    case complainant, platform, mediator, parties, mediatorOnly
    /// 512 bytes, 34 kibibytes, 12.3 mebibytes.
    case amount(UInt64)
    case inCaseAlready(name: String, caseID: String)

    /// As the title of a column.
    var column: String { text.uppercased() }

    var french: String {
        switch self {
        case .identifier: "identifiant"
        case .size: "taille"
        case .broughtBy: "apporté par"
        case .seenBy: "visible par"
        case .scan: "contrôle"
        case .erased: "effacé"
        case .name: "nom"
        case .complainant: "plaignant"
        case .platform: "plateforme"
        case .mediator, .mediatorOnly: "médiateur"
        case .parties: "parties"
        case .amount(let bytes): Self.amount(bytes, letter: "o", point: ",")
        case .inCaseAlready(let name, let caseID):
            "\(name) : déjà envoyé, et versé au dossier \(caseID) ; pour un autre dossier, "
                + "envoyez-le avec --again"
        }
    }

    var english: String {
        switch self {
        case .identifier: "identifier"
        case .size: "size"
        case .broughtBy: "brought by"
        case .seenBy: "seen by"
        case .scan: "scan"
        case .erased: "erased"
        case .name: "name"
        case .complainant: "complainant"
        case .platform: "platform"
        case .mediator, .mediatorOnly: "mediator"
        case .parties: "parties"
        case .amount(let bytes): Self.amount(bytes, letter: "B", point: ".")
        case .inCaseAlready(let name, let caseID):
            "\(name): uploaded before, and in the case \(caseID); for another case, "
                + "upload it with --again"
        }
    }

    private static func amount(_ bytes: UInt64, letter: String, point: String) -> String {
        if bytes < 1 << 10 { return "\(bytes) \(letter)" }
        if bytes < 1 << 20 { return "\(bytes >> 10) Ki\(letter)" }
        let tenths = (bytes * 10) >> 20
        return "\(tenths / 10)\(point)\(tenths % 10) Mi\(letter)"
    }
}
