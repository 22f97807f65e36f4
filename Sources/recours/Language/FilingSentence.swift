// SPDX-License-Identifier: EUPL-1.2

/// What is said of a case that is about to be filed, and of files that go with it.
enum FilingSentence: Sentence {
    case breaks(Int, listed: String)
    case mendAll
    case mayBeFiled
    case key(String)
    case warning(String)
    case noOutcome
    case noPiece(String)
    case checkPath
    case kindNotTaken(String)
    case kindsTaken([String])
    case pieceTooLarge(String)
    case compress
    case nameNotTaken(String)
    case rename

    var french: String {
        switch self {
        case .breaks(let count, let listed):
            "le dossier enfreint "
                + Language.french.count(count, "règle", "règles") + listed
        case .mendAll: "Corrigez le tout, puis déposez à nouveau ; rien n’a été envoyé."
        case .mayBeFiled: "le dossier peut être déposé ; rien n’a été enregistré"
        case .key(let key): "clé \(key)"
        case .warning(let text): "attention : \(text)"
        case .noOutcome: "sans résultat"
        case .noPiece(let path): "`\(path)` n’est pas un fichier lisible, ou est vide"
        case .checkPath: "Vérifiez le chemin."
        case .kindNotTaken(let path): "`\(path)` est d’un type qui n’est pas accepté"
        case .kindsTaken(let endings): "Sont acceptés : " + endings.joined(separator: ", ") + "."
        case .pieceTooLarge(let path): "`\(path)` dépasse 20 Mio"
        case .compress: "Réduisez-le ou compressez-le."
        case .nameNotTaken(let path): "`\(path)` porte un nom qui n’est pas accepté"
        case .rename: "Renommez-le : au plus 200 caractères, tous visibles."
        }
    }

    var english: String {
        switch self {
        case .breaks(let count, let listed): "the case breaks \(count) rules\(listed)"
        case .mendAll: "Mend them all, then submit again; nothing was sent."
        case .mayBeFiled: "the case may be filed; nothing was stored"
        case .key(let key): "key \(key)"
        case .warning(let text): "warning: \(text)"
        case .noOutcome: "no outcome"
        case .noPiece(let path): "`\(path)` is no file that can be read, or is empty"
        case .checkPath: "Check the path."
        case .kindNotTaken(let path): "`\(path)` is of a kind that is not taken"
        case .kindsTaken(let endings): "These are: " + endings.joined(separator: ", ") + "."
        case .pieceTooLarge(let path): "`\(path)` is larger than 20 MiB"
        case .compress: "Cut or compress it."
        case .nameNotTaken(let path): "`\(path)` has a name that is not taken"
        case .rename: "Rename it: at most 200 characters, none of them invisible."
        }
    }
}
