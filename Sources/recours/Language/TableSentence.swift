// SPDX-License-Identifier: EUPL-1.2

/// What is said of files with few columns: answers for listings, and mandates.
enum TableSentence: Sentence {
    case tooMany(String, count: Int, most: Int)
    case mostListings
    case strangeColumn(String, line: Int, place: Int)
    case listingColumns
    case listingColumnsNeeded(String)
    case repeatedColumn(String, line: Int, column: String)
    case meant(String)
    case columns([String])
    case missing(String, columns: [String])
    case noAssociation
    case digestForm
    case dateForm(column: String)

    var french: String {
        switch self {
        case .tooMany(let path, let count, let most):
            "`\(path)` répond pour \(count) annonces ; \(most) sont le maximum"
        case .mostListings: "Un dossier n’a pas plus de 1 000 annonces."
        case .strangeColumn(let path, let line, let place):
            "\(path):\(line): la colonne \(place) est inconnue ou figure deux fois"
        case .listingColumns:
            "Les colonnes sont listing, answer et note (ou annonce, réponse, note)."
        case .listingColumnsNeeded(let path): "\(path) : il faut les colonnes listing et answer"
        case .repeatedColumn(let path, let line, let column):
            "\(path):\(line): colonne inconnue ou répétée `\(column)`"
        case .meant(let column): "Vouliez-vous dire `\(column)` ?"
        case .columns(let columns): "Les colonnes sont " + columns.joined(separator: ", ") + "."
        case .missing(let path, let columns):
            "\(path) : colonnes manquantes : " + columns.joined(separator: ", ")
        case .noAssociation: "association : la ligne n’en nomme pas"
        case .digestForm: "document_sha256 : pas 64 chiffres hexadécimaux"
        case .dateForm(let column): "\(column) : DATE_FORM pas une date comme 2018-11-30"
        }
    }

    var english: String {
        switch self {
        case .tooMany(let path, let count, let most):
            "`\(path)` answers \(count) listings; \(most) are the most"
        case .mostListings: "A case has no more than 1,000 listings."
        case .strangeColumn(let path, let line, let place):
            "\(path):\(line): column \(place) is unknown or stands twice"
        case .listingColumns: "The columns are listing, answer and note."
        case .listingColumnsNeeded(let path): "\(path): the columns listing and answer are needed"
        case .repeatedColumn(let path, let line, let column):
            "\(path):\(line): unknown or repeated column `\(column)`"
        case .meant(let column): "Did you mean `\(column)`?"
        case .columns(let columns): "The columns are " + columns.joined(separator: ", ") + "."
        case .missing(let path, let columns):
            "\(path): missing columns: " + columns.joined(separator: ", ")
        case .noAssociation: "association: the line names none"
        case .digestForm: "document_sha256: not 64 hexadecimal digits"
        case .dateForm(let column): "\(column): DATE_FORM not a date such as 2018-11-30"
        }
    }
}
