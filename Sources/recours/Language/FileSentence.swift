// SPDX-License-Identifier: EUPL-1.2

/// What is said of files that are read and written.
enum FileSentence: Sentence {
    case empty(String)
    case columnsFirst
    case caseColumnsFirst
    case tooLarge(String, limit: Int)
    case giveFileMeant
    case cannotOpen(String, why: String)
    case checkPath
    case cannotRead(String, why: String)
    case cannotMake(String, why: String)
    case moveAway
    case checkDirectory
    case cannotWrite(String, why: String)
    case makeRoom
    case cannotMend(String, why: String)
    case notUTF8(String)
    case saveAsUTF8
    case noText(String)
    case giveRightFile
    case exists(String)
    case chooseOut
    case notNeeded(String, at: String, why: String)
    case fieldsOfProtos
    case lineTooLong(Int, limit: Int)
    case objectALine
    case notJSON(String)
    /// Why one of several files, or parts of one, fails.
    case failed(String, why: String)
    /// Several faults, each a line, as they were already said.
    case lines([String])

    var french: String {
        switch self {
        case .empty(let path): "`\(path)` est vide"
        case .columnsFirst: "Sa première ligne nomme les colonnes."
        case .caseColumnsFirst:
            "Sa première ligne doit nommer les colonnes ; voyez `recours bulk --help`."
        case .tooLarge(let path, let limit): "`\(path)` dépasse \(limit) octets"
        case .giveFileMeant:
            "Donnez le bon fichier ; plusieurs dossiers se déposent avec `recours bulk`."
        case .cannotOpen(let path, let why): "`\(path)` ne s’ouvre pas : \(why)"
        case .checkPath: "Vérifiez le chemin, et votre droit de lire le fichier."
        case .cannotRead(let path, let why): "`\(path)` ne peut pas être lu : \(why)"
        case .cannotMake(let path, let why): "`\(path)` ne peut pas être créé : \(why)"
        case .moveAway: "Rien n’est écrasé ; choisissez un autre endroit ou déplacez le fichier."
        case .checkDirectory: "Vérifiez le répertoire, et votre droit d’y écrire."
        case .cannotWrite(let path, let why): "`\(path)` ne peut pas être écrit : \(why)"
        case .makeRoom: "Faites de la place sur le disque, puis relancez la même commande."
        case .cannotMend(let path, let why): "`\(path)` ne peut pas être réparé : \(why)"
        case .notUTF8(let path): "`\(path)` n’est pas en UTF-8"
        case .saveAsUTF8: "Enregistrez-le en UTF-8."
        case .noText(let path): "`\(path)` n’est pas un texte"
        case .giveRightFile: "Donnez le bon fichier."
        case .exists(let path): "`\(path)` existe déjà"
        case .chooseOut: "Rien n’est écrasé ; choisissez un autre endroit avec --out."
        case .notNeeded(let path, let at, let why):
            "`\(path)` n’est pas ce qu’il faut"
                + (at.isEmpty ? "" : ", à \(at)") + " : \(why)"
        case .fieldsOfProtos: "Les champs sont ceux de Protos/recours/v1, en JSON."
        case .lineTooLong(let line, let limit): "la ligne \(line) dépasse \(limit) octets"
        case .objectALine: "Écrivez un objet JSON par ligne."
        case .notJSON(let why): "un résultat ne peut pas être écrit en JSON : \(why)"
        case .failed(let path, let why): "\(path) : \(why)"
        case .lines(let faults): faults.joined(separator: "\n")
        }
    }

    var english: String {
        switch self {
        case .empty(let path): "`\(path)` is empty"
        case .columnsFirst: "Its first line names the columns."
        case .caseColumnsFirst: "Its first line must name the columns; see `recours bulk --help`."
        case .tooLarge(let path, let limit): "`\(path)` is larger than \(limit) bytes"
        case .giveFileMeant: "Give the file that was meant; many cases go with `recours bulk`."
        case .cannotOpen(let path, let why): "`\(path)` cannot be opened: \(why)"
        case .checkPath: "Check the path, and that you may read the file."
        case .cannotRead(let path, let why): "`\(path)` cannot be read: \(why)"
        case .cannotMake(let path, let why): "`\(path)` cannot be made: \(why)"
        case .moveAway: "Nothing is overwritten; choose another place or move the file away."
        case .checkDirectory: "Check the directory and that you may write in it."
        case .cannotWrite(let path, let why): "`\(path)` cannot be written: \(why)"
        case .makeRoom: "Make room on the disk, then run the same command again."
        case .cannotMend(let path, let why): "`\(path)` cannot be mended: \(why)"
        case .notUTF8(let path): "`\(path)` is not UTF-8"
        case .saveAsUTF8: "Save it as UTF-8."
        case .noText(let path): "`\(path)` is no text"
        case .giveRightFile: "Give the right file."
        case .exists(let path): "`\(path)` exists already"
        case .chooseOut: "Nothing is overwritten; choose another place with --out."
        case .notNeeded(let path, let at, let why):
            "`\(path)` is not what is needed" + (at.isEmpty ? "" : " at \(at)") + ": \(why)"
        case .fieldsOfProtos: "The fields are those of Protos/recours/v1, in JSON."
        case .lineTooLong(let line, let limit): "line \(line) is longer than \(limit) bytes"
        case .objectALine: "Write one JSON object a line."
        case .notJSON(let why): "a result cannot be written as JSON: \(why)"
        case .failed(let path, let why): "\(path): \(why)"
        case .lines(let faults): faults.joined(separator: "\n")
        }
    }
}
