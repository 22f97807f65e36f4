// SPDX-License-Identifier: EUPL-1.2

/// What a word on the command line should have been.
enum ValueNoun: Sentence {
    case category
    case state
    case reason
    case remedy
    case answer
    case side
    case disclosure
    case partner
    case commitmentState
    case date
    case key
    case campaign
    case file
    case commitment
    case caseNumber
    case endpoint
    case size
    case activity
    case limit
    case work
    case claim
    case right

    var french: String {
        switch self {
        case .category: "une catégorie"
        case .state: "un état"
        case .reason: "un motif"
        case .remedy: "un remède"
        case .answer: "un type de réponse"
        case .side: "une des parties"
        case .disclosure: "un niveau de visibilité"
        case .partner: "un genre de partenaire"
        case .commitmentState: "un état d’engagement"
        case .date: "une date"
        case .key: "une clé"
        case .campaign: "une campagne"
        case .file: "l’identifiant d’un fichier"
        case .commitment: "l’identifiant d’un engagement"
        case .caseNumber: "un numéro de dossier"
        case .endpoint: "une adresse de serveur"
        case .size: "une taille d’entreprise"
        case .activity: "un code d’activité"
        case .limit: "une limite"
        case .work: "l’identifiant d’une œuvre"
        case .claim: "l’identifiant d’une demande"
        case .right: "un genre de droit"
        }
    }

    var english: String {
        switch self {
        case .category: "category"
        case .state: "state"
        case .reason: "reason"
        case .remedy: "remedy"
        case .answer: "type of answer"
        case .side: "side"
        case .disclosure: "disclosure"
        case .partner: "kind of partner"
        case .commitmentState: "state of a commitment"
        case .date: "date"
        case .key: "key"
        case .campaign: "campaign"
        case .file: "identifier of a file"
        case .commitment: "commitment's identifier"
        case .caseNumber: "case's number"
        case .endpoint: "endpoint"
        case .size: "size of a firm"
        case .activity: "code of an activity"
        case .limit: "limit"
        case .work: "work's identifier"
        case .claim: "claim's identifier"
        case .right: "kind of right"
        }
    }
}
