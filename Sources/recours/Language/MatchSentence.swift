// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

/// What is said of matches: what speaks for them and against, and what became of verdicts.
enum MatchSentence: Sentence {
    case sameGTIN, otherGTIN, sameBrand, otherBrand
    /// Of a thousand.
    case titles(UInt32)
    /// Bits of 256.
    case pictures(UInt32)
    case none
    case waiting(Int)
    case pageOfNone
    case pictureLeftOut(String, why: String)
    case verdict(line: Int, String, MatchVerdict)
    case refused(line: Int, String, why: String)
    case decided(copies: Int, others: Int, refused: Int)
    case checked(copies: Int, others: Int)
    case verdictNeeded
    case twice(line: Int)
    case pictureFiles(Int)

    /// In the order in which a person would look.
    static func all(_ evidence: MatchEvidence?) -> [MatchSentence] {
        guard let evidence else { return [] }
        var found: [MatchSentence] = []
        if let distance = evidence.pictureDistance { found.append(.pictures(distance)) }
        if let same = evidence.sameGtin { found.append(same ? .sameGTIN : .otherGTIN) }
        if let same = evidence.sameBrand { found.append(same ? .sameBrand : .otherBrand) }
        if let similarity = evidence.titleSimilarity { found.append(.titles(similarity)) }
        return found
    }

    /// Whether it speaks for a copy.
    var isFor: Bool {
        switch self {
        case .sameGTIN, .sameBrand: true
        case .titles(let similarity): similarity >= 500
        case .pictures(let distance): distance < 31
        default: false
        }
    }

    var french: String {
        switch self {
        case .sameGTIN: "même GTIN"
        case .otherGTIN: "autre GTIN"
        case .sameBrand: "même marque"
        case .otherBrand: "autre marque"
        case .titles(let similarity): "titres semblables à \(similarity / 10)\u{202F}%"
        case .pictures(let distance):
            distance < 31
                ? "même image (\(distance) bits sur 256 diffèrent)"
                : "autre image (\(distance) bits sur 256 diffèrent)"
        case .none: "aucun indice"
        case .waiting(let count):
            Language.french.count(count, "annonce attend", "annonces attendent") + " un avis"
        case .pageOfNone: "Aucune annonce n’attend un avis ; aucune page n’est écrite."
        case .pictureLeftOut(let path, let why): "\(path) : image laissée de côté : \(why)"
        case .verdict(let line, let id, let verdict):
            "\(line)  \(id)  \(Labels.matchVerdicts.name(of: verdict, in: .french))"
        case .refused(let line, let id, let why): "\(line)  \(id)  refusé : \(why)"
        case .decided(let copies, let others, let refused):
            Language.french.count(copies, "copie signalée", "copies signalées")
                + ", " + Language.french.count(others, "écartée", "écartées")
                + (refused > 0
                    ? ", " + Language.french.count(refused, "avis refusé", "avis refusés") : "")
        case .checked(let copies, let others):
            Language.french.count(copies, "copie", "copies")
                + ", " + Language.french.count(others, "écartée", "écartées")
                + " ; rien n’a été envoyé"
        case .verdictNeeded: "il faut listingId (un UUID) et verdict, COPY ou NO_COPY"
        case .twice(let line): "cette annonce a déjà un avis à la ligne \(line)"
        case .pictureFiles(let count):
            Language.french.count(count, "image incluse", "images incluses")
        }
    }

    var english: String {
        switch self {
        case .sameGTIN: "same GTIN"
        case .otherGTIN: "another GTIN"
        case .sameBrand: "same brand"
        case .otherBrand: "another brand"
        case .titles(let similarity): "titles \(similarity / 10)% alike"
        case .pictures(let distance):
            distance < 31
                ? "same picture (\(distance) of 256 bits differ)"
                : "another picture (\(distance) of 256 bits differ)"
        case .none: "no evidence"
        case .waiting(let count):
            Language.english.count(count, "listing waits", "listings wait") + " for a verdict"
        case .pageOfNone: "No listing waits for a verdict; no page is written."
        case .pictureLeftOut(let path, let why): "\(path): picture left out: \(why)"
        case .verdict(let line, let id, let verdict):
            "\(line)  \(id)  \(Labels.matchVerdicts.name(of: verdict, in: .english))"
        case .refused(let line, let id, let why): "\(line)  \(id)  refused: \(why)"
        case .decided(let copies, let others, let refused):
            Language.english.count(copies, "copy reported", "copies reported")
                + ", " + Language.english.number(others) + " passed over"
                + (refused > 0 ? ", " + Language.english.number(refused) + " refused" : "")
        case .checked(let copies, let others):
            Language.english.count(copies, "copy", "copies")
                + ", " + Language.english.number(others) + " passed over; nothing was sent"
        case .verdictNeeded: "listingId (a UUID) and verdict, COPY or NO_COPY, are needed"
        case .twice(let line): "this listing has a verdict on line \(line) already"
        case .pictureFiles(let count):
            Language.english.count(count, "picture included", "pictures included")
        }
    }
}
