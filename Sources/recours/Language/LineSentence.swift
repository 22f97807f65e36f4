// SPDX-License-Identifier: EUPL-1.2

/// What is said of lines of a file, and of their columns.
enum LineSentence: Sentence, Equatable {
    case at(file: String, line: Int, field: Int, fault: String)
    case mendFirst
    case mendLine
    case mendLines
    case unclosedQuote
    case textAfterQuote
    case recordTooLarge
    case notUTF8
    case twice(column: String)
    case missing(columns: [String])
    case needsSiretOrSiren
    case columnsInHelp
    case unknown(column: String, meant: String?)
    case noPiece
    case kindOfPiece
    case fieldCount(Int, header: Int)
    case yesOrNo
    case referenceTwice(line: Int32)
    case brokenLine
    case notJSON
    case answerNeeded
    case fault(String, line: Int, what: String)
    /// What is wrong with a field, or with the whole if it is none.
    case ofField(String, what: String)

    var french: String {
        switch self {
        case .at(let file, let line, let field, let fault):
            "\(file):\(line): champ \(field) : \(fault)"
        case .mendFirst: "Rien n’est lisible après cette ligne tant qu’elle n’est pas corrigée."
        case .mendLine: "Corrigez la ligne ; rien n’a été envoyé."
        case .mendLines: "Corrigez ces lignes ; rien n’a été envoyé."
        case .unclosedQuote: "le guillemet qui ouvre ce champ n’est jamais fermé"
        case .textAfterQuote:
            "du texte après le guillemet fermant ; doublez un guillemet entre guillemets"
        case .recordTooLarge:
            "l’enregistrement est trop long ; un guillemet manque peut-être plus haut"
        case .notUTF8: "pas en UTF-8 ; enregistrez le fichier comme « CSV UTF-8 » depuis le tableur"
        case .twice(let column): "la colonne `\(column)` figure deux fois"
        case .missing(let columns): "colonnes manquantes : " + columns.joined(separator: ", ")
        case .needsSiretOrSiren: "il faut l’une des colonnes siret et siren"
        case .columnsInHelp: "`recours bulk --help` donne les colonnes ; leur ordre est libre."
        case .unknown(let column, let meant):
            "colonne inconnue `\(column)`"
                + (meant.map { " ; vouliez-vous dire `\($0)` ?" } ?? "")
        case .noPiece: "ce fichier n’est pas à côté de la liste, ou il est vide"
        case .kindOfPiece: "un type de fichier qui n’est pas accepté"
        case .fieldCount(let fields, let header):
            "la ligne a \(fields) champs, l’en-tête \(header) ; cherchez un guillemet ou un "
                + "séparateur manquant"
        case .yesOrNo: "écrivez oui ou non"
        case .referenceTwice(let line):
            "la référence figure aussi à la ligne \(line) ; chaque dossier a la sienne"
        case .brokenLine: "la ligne enfreint des règles et n’a pas été envoyée"
        case .notJSON: "pas du JSON"
        case .answerNeeded: "il faut caseId (un UUID) et response"
        case .fault(let file, let line, let what): "\(file):\(line): \(what)"
        case .ofField(let field, let what): field.isEmpty ? what : "\(field) : \(what)"
        }
    }

    var english: String {
        switch self {
        case .at(let file, let line, let field, let fault):
            "\(file):\(line): field \(field): \(fault)"
        case .mendFirst: "Nothing after this line can be read before it is mended."
        case .mendLine: "Mend the line; nothing was sent."
        case .mendLines: "Mend these lines; nothing was sent."
        case .unclosedQuote: "the quote that opens this field is never closed"
        case .textAfterQuote: "text after the closing quote; write a quote within quotes twice"
        case .recordTooLarge: "the record is too large; a quote may be missing above"
        case .notUTF8: "not UTF-8; save the file as “CSV UTF-8” from the spreadsheet"
        case .twice(let column): "column `\(column)` stands twice"
        case .missing(let columns): "missing columns: " + columns.joined(separator: ", ")
        case .needsSiretOrSiren: "one of the columns siret and siren is needed"
        case .columnsInHelp: "`recours bulk --help` lists the columns; their order is free."
        case .unknown(let column, let meant):
            "unknown column `\(column)`" + (meant.map { "; did you mean `\($0)`?" } ?? "")
        case .noPiece: "there is no such file beside the list, or it is empty"
        case .kindOfPiece: "a kind of file that is not taken"
        case .fieldCount(let fields, let header):
            "the line has \(fields) fields, the header \(header); look for a missing quote or "
                + "delimiter"
        case .yesOrNo: "write oui or non"
        case .referenceTwice(let line):
            "the reference stands on line \(line) too; each case needs its own"
        case .brokenLine: "the line breaks rules and was not sent"
        case .notJSON: "not JSON"
        case .answerNeeded: "caseId (a UUID) and response are needed"
        case .fault(let file, let line, let what): "\(file):\(line): \(what)"
        case .ofField(let field, let what): field.isEmpty ? what : "\(field): \(what)"
        }
    }
}
