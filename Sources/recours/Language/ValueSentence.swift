// SPDX-License-Identifier: EUPL-1.2

/// What is said of words on the command line that mean nothing, and what to write instead.
enum ValueSentence: Sentence {
    case isNo(String, noun: ValueNoun)
    case known([String], meant: String?)
    case noAmount(String, code: String)
    case amountForm
    case dateForm
    case limitForm
    case noDateOrSpan(String)
    case dateOrSpanForm
    case noCase(String)
    case caseForm
    case numberForm
    case identifierForm
    case keyForm
    case activityForm
    case noFile(String)
    case fileOrIdentifier
    case campaignForm
    case endpointForm
    case listEvidence
    case listCommitments
    case commitmentStates
    case noCampaign(String)
    case listCampaigns
    case cursorForm
    case cursorSource
    case spkiForm
    case spkiSource

    var french: String {
        switch self {
        case .isNo(let text, let noun): "`\(text)` n’est pas \(noun.french)"
        case .known(let names, let meant):
            (meant.map { "vouliez-vous dire \($0) ? " } ?? "")
                + "sont connus " + names.joined(separator: ", ")
        case .noAmount(let text, let code): "`\(text)` n’est pas un montant (\(code))"
        case .amountForm: "Écrivez 150,00EUR ou 150.00EUR."
        case .dateForm: "Écrivez 2018-11-30 ou 30/11/2018."
        case .limitForm: "Écrivez par exemple cases_per_day=500000."
        case .noDateOrSpan(let text): "`\(text)` n’est ni une date ni une durée"
        case .dateOrSpanForm: "Écrivez 2018-11-30, 30/11/2018 ou 2h."
        case .noCase(let text): "`\(text)` n’est ni le numéro d’un dossier ni son identifiant"
        case .caseForm:
            "Un numéro s’écrit RC-1234-5678-90-6 (le dernier chiffre est une clé de contrôle) "
                + "; pour votre propre référence, ajoutez --ref."
        case .numberForm: "Un numéro s’écrit RC-1234-5678-90-6."
        case .identifierForm: "Il s’écrit 0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b."
        case .activityForm:
            "Écrivez un code NAF comme 32.12Z, ou ses deux à quatre premiers chiffres."
        case .noFile(let text):
            "`\(text)` n’est ni un fichier lisible et non vide, ni l’identifiant d’un fichier déjà "
                + "envoyé"
        case .fileOrIdentifier:
            "Vérifiez le chemin ; `recours evidence list` donne les identifiants."
        case .keyForm: "Donnez l’UUID que `-v` a affiché."
        case .campaignForm: "Écrivez son identifiant, un UUID."
        case .endpointForm: "Écrivez-la hôte:port, plusieurs séparées par des virgules."
        case .listEvidence: "`recours evidence list CASE` les donne."
        case .listCommitments: "`recours commitment list` les donne."
        case .commitmentStates:
            "Écrivez open, honoured, broken ou waived (ouvert, tenu, rompu, sans objet)."
        case .noCampaign(let name): "il n’y a pas de campagne `\(name)`"
        case .listCampaigns:
            "Voyez `recours campaign list` ; l’identifiant d’une campagne convient aussi."
        case .cursorForm: "le curseur n’est pas hexadécimal"
        case .cursorSource: "Prenez-le tel qu’un `recours inbox pull` antérieur l’a affiché."
        case .spkiForm: "--spki n’a pas 64 chiffres hexadécimaux"
        case .spkiSource: "`recours certificate show FILE` l’affiche."
        }
    }

    var english: String {
        switch self {
        case .isNo(let text, let noun): "`\(text)` is no \(noun.english)"
        case .known(let names, let meant):
            (meant.map { "did you mean \($0)? " } ?? "")
                + "known are " + names.joined(separator: ", ")
        case .noAmount(let text, let code): "`\(text)` is no amount (\(code))"
        case .amountForm: "Write 150,00EUR or 150.00EUR."
        case .dateForm: "Write 2018-11-30 or 30/11/2018."
        case .limitForm: "Write for example cases_per_day=500000."
        case .noDateOrSpan(let text): "`\(text)` is neither a date nor a span"
        case .dateOrSpanForm: "Write 2018-11-30, 30/11/2018 or 2h."
        case .noCase(let text): "`\(text)` is neither a case's number nor its identifier"
        case .caseForm:
            "A number looks like RC-1234-5678-90-6 (its last digit is a check digit); for a "
                + "reference of your own add --ref."
        case .numberForm: "A number looks like RC-1234-5678-90-6."
        case .identifierForm: "It looks like 0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b."
        case .activityForm:
            "Write a NAF code such as 32.12Z, or its first two to four digits."
        case .noFile(let text):
            "`\(text)` is neither a file that can be read, with something in it, nor the "
                + "identifier of one uploaded before"
        case .fileOrIdentifier: "Check the path; `recours evidence list` lists identifiers."
        case .keyForm: "Give the UUID that `-v` printed."
        case .campaignForm: "Write its identifier, a UUID."
        case .endpointForm: "Write it as host:port, several with commas between."
        case .listEvidence: "`recours evidence list CASE` lists them."
        case .listCommitments: "`recours commitment list` shows them."
        case .commitmentStates: "Write open, honoured, broken or waived."
        case .noCampaign(let name): "there is no campaign `\(name)`"
        case .listCampaigns:
            "See `recours campaign list`; a campaign's identifier may be given as well."
        case .cursorForm: "the cursor is not hexadecimal"
        case .cursorSource: "Take it as an earlier `recours inbox pull` printed it."
        case .spkiForm: "--spki is not 64 hexadecimal digits"
        case .spkiSource: "`recours certificate show FILE` prints it."
        }
    }
}
