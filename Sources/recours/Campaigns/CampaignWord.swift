// SPDX-License-Identifier: EUPL-1.2

/// What is said of campaigns, platforms' contacts and commitments.
enum CampaignWord: Sendable {
    case name, open, closes, resolveBy, collected, target, answered, platforms, targetReached
    case otherPlatforms, identifier
    case resolved, explained, noAgreement, withdrawn, inadmissible, merged
    case openAnswered, openUnanswered, total
    case number, platform, risk, whoActs, deadline, left, contact, validUntil, standing
    case caseState, languages, complaint, mediators, outOfCourt, commitment, dueOn, scope, about
    case named(String)
    case span(String, String)
    case daysLeft(Int)
    case collectedAndAnswered(UInt64, UInt64)
    case suppressed(UInt32)
    case onTime, atRisk, willMiss, missed
    case current, expired, missing
    case honoured, broken, waived, stillOpen
    case allSolved, unanswered(UInt64)
    case census(current: UInt32, expired: UInt32, missing: UInt32)
    case created, createdBefore, cases(Int)

    var text: String { french }

    /// As the title of a column.
    var column: String { text.uppercased() }

    var french: String {
        switch self {
        case .name: "nom"
        case .open: "ouverte"
        case .closes: "close le"
        case .resolveBy: "à résoudre avant"
        case .collected: "recueillis"
        case .target: "objectif"
        case .answered: "répondus"
        case .platforms: "plateformes"
        case .targetReached: "objectif atteint"
        case .otherPlatforms: "autres"
        case .identifier: "identifiant"
        case .resolved: "résolus"
        case .explained: "expliqués"
        case .noAgreement: "sans accord"
        case .withdrawn: "retirés"
        case .inadmissible: "irrecevables"
        case .merged: "doublons"
        case .openAnswered: "en cours, répondus"
        case .openUnanswered: "sans réponse"
        case .total: "total"
        case .number: "numéro"
        case .platform: "plateforme"
        case .risk: "risque"
        case .caseState: "état"
        case .whoActs: "à qui d'agir"
        case .deadline: "échéance"
        case .left: "reste"
        case .contact: "contact"
        case .validUntil: "valable jusqu'au"
        case .standing: "état du contact"
        case .languages: "langues"
        case .complaint: "réclamation"
        case .mediators: "médiateurs"
        case .outOfCourt: "règlement extrajudiciaire"
        case .commitment: "engagement"
        case .dueOn: "pour le"
        case .scope: "portée"
        case .about: "sur"
        case .named(let name): name
        case .span(let from, let to): "du \(from) au \(to)"
        case .daysLeft(let days): Self.frenchDays(days)
        case .collectedAndAnswered(let collected, let answered):
            answered > 0 ? "\(collected) cas, \(answered) répondus" : "\(collected) cas"
        case .suppressed(let count): "\(count) plateformes de trop peu de cas"
        case .onTime: "dans les temps"
        case .atRisk: "à risque"
        case .willMiss: "sera en retard"
        case .missed: "en retard"
        case .current: "à jour"
        case .expired: "périmé"
        case .missing: "absent"
        case .honoured: "tenu"
        case .broken: "rompu"
        case .waived: "sans objet"
        case .stillOpen: "ouvert"
        case .allSolved: "Une réponse pour chaque cas."
        case .unanswered(let count): "\(count) cas attendent encore une réponse."
        case .census(let current, let expired, let missing):
            "\(current) contacts à jour, \(expired) périmés, \(missing) absents"
        case .created: "créée"
        case .createdBefore: "existait déjà"
        case .cases(let count): "\(count) cas"
        }
    }

    private static func frenchDays(_ days: Int) -> String {
        switch days {
        case ..<0: "dépassé de \(-days) j"
        case 0: "dernier jour"
        default: "\(days) j"
        }
    }
}
