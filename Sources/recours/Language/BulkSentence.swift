// SPDX-License-Identifier: EUPL-1.2

/// What is said of many cases, answers or acts of one file or one run.
enum BulkSentence: Sentence {
    case noCases(String)
    case caseALine
    case broken(Int, cases: Int)
    case mendOrSkip
    case checked(cases: Int, broken: Int, faults: Int)
    case filedEarlier(Int, journal: String)
    case filed(Int)
    case alreadyFiled(Int)
    case refused(Int)
    case invalid(Int)
    case notSent(Int)
    case resultsIn(String, summary: String)
    case runAgain
    case stopped
    case otherRun(String)
    case waitForIt
    case foreignJournal(String)
    case chooseProfile
    case damagedJournal(String)
    case moveJournal

    var french: String {
        switch self {
        case .noCases(let file): "`\(file)` ne contient aucun dossier"
        case .caseALine: "Écrivez un dossier par ligne sous celle qui nomme les colonnes."
        case .broken(let broken, let cases):
            "\(broken) dossiers sur \(cases) enfreignent des règles ; rien n’a été envoyé"
        case .mendOrSkip: "Corrigez ces lignes, ou déposez les autres avec --skip-invalid."
        case .checked(let cases, let broken, let faults):
            Language.french.count(cases, "dossier", "dossiers")
                + ", \(broken) en infraction ("
                + Language.french.count(faults, "erreur", "erreurs")
                + ") ; rien n’a été envoyé"
        case .filedEarlier(let count, let journal):
            Language.french.count(count, "dossier déposé", "dossiers déposés")
                + " lors d’exécutions antérieures (\(journal)) ; pas de nouvel envoi."
        case .filed(let count): Language.french.count(count, "déposé", "déposés")
        case .alreadyFiled(let count): Language.french.count(count, "déjà déposé", "déjà déposés")
        case .refused(let count): Language.french.count(count, "refusé", "refusés")
        case .invalid(let count): Language.french.count(count, "invalide", "invalides")
        case .notSent(let count): Language.french.count(count, "non envoyé", "non envoyés")
        case .resultsIn(let path, let summary): "\(summary) ; résultats dans \(path)"
        case .runAgain:
            "Relancez la même commande pour déposer le reste ; rien n’est déposé deux fois."
        case .stopped: "Arrêté. " + BulkSentence.runAgain.french
        case .otherRun(let path): "un autre `recours bulk` dépose le même fichier (`\(path)`)"
        case .waitForIt: "Attendez qu’il ait fini."
        case .foreignJournal(let path):
            "`\(path)` provient de dépôts auprès d’un autre serveur ou par un autre partenaire"
        case .chooseProfile:
            "Choisissez le profil d’alors, ou déplacez le journal pour déposer à nouveau."
        case .damagedJournal(let path):
            "`\(path)` n’est pas un journal de `recours bulk`, ou est abîmé"
        case .moveJournal:
            "Déplacez-le. Ce qui est déjà déposé est alors un conflit, jamais déposé deux fois."
        }
    }

    var english: String {
        switch self {
        case .noCases(let file): "`\(file)` holds no cases"
        case .caseALine: "Write a case a line below the line that names the columns."
        case .broken(let broken, let cases):
            "\(broken) of \(cases) cases break rules; nothing was sent"
        case .mendOrSkip: "Mend these lines, or file the others with --skip-invalid."
        case .checked(let cases, let broken, let faults):
            "\(cases) cases, \(broken) break rules (\(faults) faults); nothing was sent"
        case .filedEarlier(let count, let journal):
            Language.english.number(count)
                + " cases were filed by earlier runs (\(journal)); they are not sent again."
        case .filed(let count): Language.english.number(count) + " filed"
        case .alreadyFiled(let count): Language.english.number(count) + " already filed"
        case .refused(let count): Language.english.number(count) + " refused"
        case .invalid(let count): Language.english.number(count) + " invalid"
        case .notSent(let count): Language.english.number(count) + " not sent"
        case .resultsIn(let path, let summary): "\(summary); results in \(path)"
        case .runAgain: "Run the same command again to file the rest; nothing is filed twice."
        case .stopped: "Stopped. " + BulkSentence.runAgain.english
        case .otherRun(let path): "another `recours bulk` is filing the same file (`\(path)`)"
        case .waitForIt: "Wait until it has ended."
        case .foreignJournal(let path):
            "`\(path)` belongs to filings at another server or by another partner"
        case .chooseProfile: "Choose the profile used then, or move the journal away to file anew."
        case .damagedJournal(let path): "`\(path)` is no journal of `recours bulk`, or is damaged"
        case .moveJournal:
            "Move it away. Cases filed before are then told as conflicts, never filed twice."
        }
    }
}
