// SPDX-License-Identifier: EUPL-1.2

/// What is said of options that do not go together, and of those that are missing.
enum OptionSentence: Sentence {
    case contactNeeded
    case mostCases
    case wordsNeeded
    case resultsNeeded
    case certificateOrKey
    case spanOrDay
    case campaignOrCategory
    case unknownShell(String)
    case reasonsNeeded
    case caseOrMany
    case answersInFile
    case answerNeeded
    case callCount
    case oneToWatch
    case placeOfList
    case mineOrUnassigned
    case casesNeeded
    case endNeeded
    case addEnd
    case nextStepNeeded
    case addNextStep
    case reasonNeeded
    case addBecause
    case forParties
    case useMediateNote
    case sirenWithOwn
    case ownAlone

    var french: String {
        switch self {
        case .contactNeeded: "Donnez --contact-email ou --contact-phone."
        case .mostCases: "Au plus 1 000 dossiers à la fois."
        case .sirenWithOwn: "Donnez --siren avec --own."
        case .ownAlone:
            "Donnez --own sans --category, --campaign ni --from : de ses propres dossiers, seuls "
                + "les retraits se lisent."
        case .wordsNeeded: "Donnez le texte par --text ou --text-file."
        case .resultsNeeded: "Avec -, dites où vont les résultats : --results FILE."
        case .certificateOrKey: "Donnez soit --certificate soit --spki."
        case .spanOrDay: "Donnez une durée comme 15d, ou un jour avec --to."
        case .campaignOrCategory: "Dites pour quoi : --campaign ou --category."
        case .unknownShell(let text): "`\(text)` n’est ni bash, ni zsh, ni fish."
        case .reasonsNeeded: "Donnez les motifs par --reasons ou --reasons-file."
        case .caseOrMany: "Nommez un dossier, ou donnez un fichier de réponses avec --many."
        case .answersInFile: "Avec --many, les réponses sont dans le fichier."
        case .answerNeeded: "Donnez la réponse : --file FILE, ou --type et --text."
        case .callCount: "--count va de 1 à 10 000."
        case .oneToWatch: "Suivez un dossier, --inbox ou --queue."
        case .placeOfList:
            "Un curseur va avec une boîte de réception ou la file, pas avec un dossier."
        case .mineOrUnassigned: "Donnez --mine ou --unassigned."
        case .casesNeeded:
            "Nommez les dossiers, ou donnez --from FILE, ou choisissez par --platform, "
                + "--category, --state."
        case .endNeeded: "dites comment finit la médiation"
        case .addEnd: "Ajoutez --resolved ou --no-agreement."
        case .nextStepNeeded: "à qui repart sans accord, il faut dire où s’adresser"
        case .addNextStep: "Ajoutez --next-step, une ou plusieurs fois."
        case .reasonNeeded: "dites de quel motif il s’agit"
        case .addBecause: "Ajoutez --because OUT_OF_SCOPE ou un autre."
        case .forParties: "c’est ainsi qu’une partie écrit au médiateur"
        case .useMediateNote: "Un médiateur écrit à une partie avec `recours mediate note`."
        }
    }

    var english: String {
        switch self {
        case .contactNeeded: "Give --contact-email or --contact-phone."
        case .mostCases: "At most 1,000 cases at a time."
        case .sirenWithOwn: "Give --siren with --own."
        case .ownAlone:
            "Give --own without --category, --campaign and --from: what is read of one's own cases "
                + "are removals alone."
        case .wordsNeeded: "Give the words with --text or --text-file."
        case .resultsNeeded: "With -, say where results go: --results FILE."
        case .certificateOrKey: "Give either --certificate or --spki."
        case .spanOrDay: "Give a span like 15d, or a day with --to."
        case .campaignOrCategory: "Say for what: --campaign or --category."
        case .unknownShell(let text): "`\(text)` is none of bash, zsh and fish."
        case .reasonsNeeded: "Give the reasons with --reasons or --reasons-file."
        case .caseOrMany: "Name a case, or give a file of answers with --many."
        case .answersInFile: "With --many, the answers stand in the file."
        case .answerNeeded: "Give the answer: --file FILE, or --type and --text."
        case .callCount: "--count is between 1 and 10,000."
        case .oneToWatch: "Watch a case, --inbox or --queue."
        case .placeOfList: "A place belongs to an inbox or the queue, not to a case."
        case .mineOrUnassigned: "Give --mine or --unassigned."
        case .casesNeeded:
            "Name the cases, or give --from FILE, or choose by --platform, --category, --state."
        case .endNeeded: "say how the mediation ends"
        case .addEnd: "Add --resolved or --no-agreement."
        case .nextStepNeeded: "who leaves without an agreement must be told where to go"
        case .addNextStep: "Add --next-step once or more."
        case .reasonNeeded: "say what kind of reason it is"
        case .addBecause: "Add --because OUT_OF_SCOPE or another."
        case .forParties: "a party writes to the mediator with this"
        case .useMediateNote: "A mediator writes to one side with `recours mediate note`."
        }
    }
}
