// SPDX-License-Identifier: EUPL-1.2

/// What is said of a run that cannot go on, or of one of its results.
enum RunSentence: Sentence {
    case filingEnded(String)
    case answeringEnded(String)
    case actingEnded(String)
    case strayResult
    case shortDigest
    case answersTwice
    case writeToFile
    /// What became of one of many; in English by its code.
    case outcome(String)

    var french: String {
        switch self {
        case .filingEnded(let why): "le dépôt s’est interrompu : \(why)"
        case .answeringEnded(let why): "l’envoi des réponses s’est interrompu : \(why)"
        case .actingEnded(let why): "l’exécution s’est interrompue : \(why)"
        case .strayResult: "un résultat est venu pour un dossier qui n’a pas été envoyé"
        case .shortDigest: "une empreinte a trop peu d’octets"
        case .answersTwice: "les réponses sont lues deux fois, donc dans un fichier"
        case .writeToFile: "Écrivez-les d’abord dans un fichier."
        case .outcome(let code): French.outcomes[code] ?? "refusé"
        }
    }

    var english: String {
        switch self {
        case .filingEnded(let why): "the filing ended: \(why)"
        case .answeringEnded(let why): "the answering ended: \(why)"
        case .actingEnded(let why): "the run ended: \(why)"
        case .strayResult: "a result came for a case that was not sent"
        case .shortDigest: "a digest has too few bytes"
        case .answersTwice: "answers are read twice, so they must be in a file"
        case .writeToFile: "Write them to a file first."
        case .outcome(let code): code
        }
    }
}
