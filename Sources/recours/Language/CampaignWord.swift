// SPDX-License-Identifier: EUPL-1.2

/// What is said of campaigns, platforms' contacts and commitments.
enum CampaignWord: Sentence, Hashable {
    case name, open, closes, resolveBy, collected, target, answered, platforms, targetReached
    case otherPlatforms, identifier
    case resolved, explained, noAgreement, withdrawn, inadmissible, merged
    case openAnswered, openUnanswered, total
    case number, platform, risk, whoActs, deadline, left, contact, validUntil, standing
    case caseState, languages, complaint, mediators, outOfCourt, commitment, dueOn, about
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
    case cases(Int)

    /// As the title of a column.
    var column: String { text.uppercased() }

    var french: String { Self.names[self]?.french ?? frenchSentence }

    var english: String { Self.names[self]?.english ?? englishSentence }

    /// What is always called the same.
    private static let names: [CampaignWord: (french: String, english: String)] = [
        .name: ("nom", "name"),
        .open: ("ouverte", "open"),
        .closes: ("close le", "closes"),
        .resolveBy: ("à résoudre avant", "to be solved by"),
        .collected: ("recueillis", "collected"),
        .target: ("objectif", "target"),
        .answered: ("répondus", "answered"),
        .platforms: ("plateformes", "platforms"),
        .targetReached: ("objectif atteint", "target reached"),
        .otherPlatforms: ("autres", "others"),
        .identifier: ("identifiant", "identifier"),
        .resolved: ("résolus", "resolved"),
        .explained: ("expliqués", "explained"),
        .noAgreement: ("sans accord", "no agreement"),
        .withdrawn: ("retirés", "withdrawn"),
        .inadmissible: ("irrecevables", "inadmissible"),
        .merged: ("doublons", "duplicates"),
        .openAnswered: ("en cours, répondus", "open, answered"),
        .openUnanswered: ("sans réponse", "unanswered"),
        .total: ("total", "total"),
        .number: ("numéro", "number"),
        .platform: ("plateforme", "platform"),
        .risk: ("risque", "risk"),
        .caseState: ("état", "state"),
        .whoActs: ("à qui d’agir", "who acts"),
        .deadline: ("échéance", "deadline"),
        .left: ("reste", "left"),
        .contact: ("contact", "contact"),
        .validUntil: ("valable jusqu’au", "valid until"),
        .standing: ("état du contact", "contact is"),
        .languages: ("langues", "languages"),
        .complaint: ("réclamation", "complaints"),
        .mediators: ("médiateurs", "mediators"),
        .outOfCourt: ("règlement extrajudiciaire", "out of court"),
        .commitment: ("engagement", "commitment"),
        .dueOn: ("pour le", "due"),
        .about: ("sur", "about"),
        .onTime: ("dans les temps", "on time"),
        .atRisk: ("à risque", "at risk"),
        .willMiss: ("sera en retard", "will miss"),
        .missed: ("en retard", "missed"),
        .current: ("à jour", "current"),
        .expired: ("périmé", "expired"),
        .missing: ("absent", "missing"),
        .honoured: ("tenu", "honoured"),
        .broken: ("rompu", "broken"),
        .waived: ("sans objet", "waived"),
        .stillOpen: ("ouvert", "open"),
        .allSolved: ("Une réponse pour chaque dossier.", "Every case has its answer."),
    ]
}
