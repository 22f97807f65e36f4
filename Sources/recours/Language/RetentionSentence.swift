// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

/// What is said of erasing and exporting.
enum RetentionSentence: Sentence {
    case reason(RetentionReason)
    case why
    case due
    case held
    case counted(seen: UInt64)
    case done(seen: UInt64, erased: UInt64, spared: UInt64)
    case progress(seen: String, erased: String)
    case erased(number: String)
    case exporting(cases: String)
    case exported(path: String, ExportSummary)

    var french: String {
        switch self {
        case .reason(.closed): "clos depuis 24 mois"
        case .reason(.closedWithClaims): "clos depuis 60 mois (droits, fonds)"
        case .reason(.idleDraft): "brouillon inactif depuis 30 jours"
        case .reason(.evidence): "pièces d’un dossier clos depuis 6 mois"
        case .reason(.unspecified), .reason(.unrecognized): "autre"
        case .why: "MOTIF"
        case .due: "ÉCHUS"
        case .held: "GELÉS"
        case .counted(let seen):
            Language.french.count(Int(clamping: seen), "dossier examiné", "dossiers examinés")
                + ", rien n’a été effacé"
        case .done(let seen, let erased, let spared):
            Language.french.count(Int(clamping: seen), "dossier examiné", "dossiers examinés")
                + ", "
                + Language.french.count(Int(clamping: erased), "effacé", "effacés") + ", "
                + Language.french.count(Int(clamping: spared), "épargné", "épargnés")
        case .progress(let seen, let erased): "\(seen) examinés, \(erased) effacés"
        case .erased(let number): "\(number)  effacé"
        case .exporting(let cases): "\(cases) dossiers"
        case .exported(let path, let summary):
            "\(path) : \(summary.cases) dossiers, \(summary.events) événements,"
                + " \(summary.mandates) mandats, \(summary.files) pièces"
        }
    }

    var english: String {
        switch self {
        case .reason(.closed): "closed 24 months ago"
        case .reason(.closedWithClaims): "closed 60 months ago (rights, money)"
        case .reason(.idleDraft): "draft untouched for 30 days"
        case .reason(.evidence): "files of a case closed 6 months ago"
        case .reason(.unspecified), .reason(.unrecognized): "other"
        case .why: "REASON"
        case .due: "DUE"
        case .held: "HELD"
        case .counted(let seen): "\(seen) cases looked at, nothing was erased"
        case .done(let seen, let erased, let spared):
            "\(seen) cases looked at, \(erased) erased, \(spared) spared"
        case .progress(let seen, let erased): "\(seen) looked at, \(erased) erased"
        case .erased(let number): "\(number)  erased"
        case .exporting(let cases): "\(cases) cases"
        case .exported(let path, let summary):
            "\(path): \(summary.cases) cases, \(summary.events) events,"
                + " \(summary.mandates) mandates, \(summary.files) files"
        }
    }
}
