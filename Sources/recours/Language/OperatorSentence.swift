// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

/// What operators are told of partners, mandates, certificates, the clock and backups.
enum OperatorSentence: Sentence {
    case partnerAdded(kind: String, slug: String, directory: String)
    case keyIsWithPartner
    case tryPing(directory: String)
    case mandates(added: UInt64, updated: UInt64, refused: UInt64)
    case sendRequest(directory: String)
    case issued(path: String, until: String)
    case keyRefused
    case isAuthority
    /// When no clock of a case will run out.
    case none
    case yes
    case no
    case clockHeld
    case clockMoved(to: String, acted: UInt64)
    case backupStage(BackUpStage)
    case backupMade(BackUpResult)

    var french: String {
        switch self {
        case .partnerAdded(let kind, let slug, let directory):
            "\(kind) \(slug) : profil dans \(directory)"
        case .keyIsWithPartner: "Sa clé key.pem est chez le partenaire, qui la met à côté du reste."
        case .tryPing(let directory): "Essayez : recours --profile \(directory) ping"
        case .mandates(let added, let updated, let refused):
            Language.french.count(Int(clamping: added), "ajouté", "ajoutés") + ", "
                + Language.french.count(Int(clamping: updated), "mis à jour", "mis à jour") + ", "
                + Language.french.count(Int(clamping: refused), "refusé", "refusés")
        case .sendRequest(let directory):
            "Envoyez \(directory)/request.pem à l’opérateur ; key.pem reste chez vous."
        case .issued(let path, let until): "\(path), valable jusqu’au \(until)"
        case .keyRefused: "La clé est désormais refusée."
        case .isAuthority: "C’est celui d’une autorité."
        case .none: "aucune"
        case .yes: "oui"
        case .no: "non"
        case .clockHeld: "L’horloge de la machine a sauté et n’est pas suivie : réglez-la."
        case .clockMoved(let to, let acted):
            "Il est maintenant \(to) ; "
                + Language.french.count(
                    Int(clamping: acted), "échéance traitée", "échéances traitées")
                + "."
        case .backupStage(.database): "base de données"
        case .backupStage(.evidence): "pièces"
        case .backupStage: "vérification des dossiers"
        case .backupMade(let made):
            "\(made.name) : "
                + Language.french.count(Int(clamping: made.cases), "dossier", "dossiers") + ", "
                + Language.french.count(Int(clamping: made.files), "pièce", "pièces")
        }
    }

    var english: String {
        switch self {
        case .partnerAdded(let kind, let slug, let directory):
            "\(kind) \(slug) : profile in \(directory)"
        case .keyIsWithPartner: "Its key.pem is with the partner, who puts it beside the others."
        case .tryPing(let directory): "Try: recours --profile \(directory) ping"
        case .mandates(let added, let updated, let refused):
            "\(added) added, \(updated) updated, \(refused) refused"
        case .sendRequest(let directory):
            "Send \(directory)/request.pem to the operator; key.pem stays with you."
        case .issued(let path, let until): "\(path), valid until \(until)"
        case .keyRefused: "The key is refused from now on."
        case .isAuthority: "It is an authority's."
        case .none: "none"
        case .yes: "yes"
        case .no: "no"
        case .clockHeld: "The machine's clock has leapt and is not followed: set it."
        case .clockMoved(let to, let acted): "It is now \(to); cases were acted on \(acted) times."
        case .backupStage(.database): "the database"
        case .backupStage(.evidence): "files of evidence"
        case .backupStage: "looking at the cases"
        case .backupMade(let made): "\(made.name): \(made.cases) cases, \(made.files) files"
        }
    }
}
