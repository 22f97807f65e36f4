// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

/// What is said of what was done with works, claims and their listings.
enum ClaimSentence: Sentence {
    case registered(String, isRepeated: Bool)
    case opened(String, isRepeated: Bool)
    case changed(ClaimState)
    case workNeeded
    case noLines(String)
    case itemALine
    case broken(Int, lines: Int)
    case mendOrSkip
    case lines(Int)
    case outcomes([(ListingAddition, Int)], unread: Int, results: String)
    case replies([(ListingReplyOutcome, Int)], unread: Int, results: String)
    case observed(Int, matches: [(MatchOutcome, Int)], refused: Int)
    case progress(Int, reported: Int)
    case truncated
    case callsSaved(UInt64)
    case listWorks
    case listClaims
    case reviewedFalse(UInt64, of: UInt64)
    case badFaith(UInt64, of: UInt64)

    var french: String {
        switch self {
        case .registered(let id, let isRepeated):
            (isRepeated ? "déjà enregistrée : " : "enregistrée : ") + id
        case .opened(let id, let isRepeated): (isRepeated ? "déjà ouverte : " : "ouverte : ") + id
        case .changed(let state):
            "la demande est " + Labels.claimStates.name(of: state, in: .french)
        case .workNeeded:
            "Décrivez l’œuvre par un fichier JSON, ou par --title et les autres options."
        case .noLines(let file): "`\(file)` ne contient aucune annonce"
        case .itemALine: "Écrivez une annonce par ligne sous celle qui nomme les colonnes."
        case .broken(let broken, let lines):
            Language.french.count(broken, "ligne illisible", "lignes illisibles")
                + " sur \(Language.french.number(lines)) ; rien n’a été envoyé"
        case .mendOrSkip: "Corrigez ces lignes, ou envoyez les autres avec --skip-invalid."
        case .lines(let count): Language.french.count(count, "annonce", "annonces")
        case .outcomes(let counts, let unread, let results):
            Self.sum(counts, Labels.listingAdditions, unread, results, .french)
        case .replies(let counts, let unread, let results):
            Self.sum(counts, Labels.listingReplies, unread, results, .french)
        case .observed(let seen, let matches, let refused):
            Language.french.count(seen, "annonce vue", "annonces vues")
                + Self.parts(matches, Labels.matchOutcomes, .french)
                + (refused > 0 ? ", " + Language.french.count(refused, "refusée", "refusées") : "")
        case .progress(let seen, let reported):
            Language.french.count(seen, "vue", "vues")
                + ", " + Language.french.count(reported, "signalée", "signalées")
        case .truncated: "Des demandes plus anciennes manquent : nommez-en une, ou une plateforme."
        case .callsSaved(let count):
            Language.french.count(Int(clamping: count), "appel évité", "appels évités")
        case .listWorks: "`recours work list` donne les identifiants."
        case .listClaims: "`recours claim list` donne les identifiants."
        case .reviewedFalse(let wrong, let all): "\(all), dont \(wrong) qui n’en étaient pas"
        case .badFaith(let wrong, let all): "\(all), dont \(wrong) pour mauvaise foi"
        }
    }

    var english: String {
        switch self {
        case .registered(let id, let isRepeated):
            (isRepeated ? "registered before: " : "registered: ") + id
        case .opened(let id, let isRepeated): (isRepeated ? "opened before: " : "opened: ") + id
        case .changed(let state):
            "the claim is " + Labels.claimStates.name(of: state, in: .english)
        case .workNeeded: "Describe the work by a JSON file, or by --title and the other options."
        case .noLines(let file): "`\(file)` holds no listings"
        case .itemALine: "Write a listing a line below the line that names the columns."
        case .broken(let broken, let lines):
            "\(Language.english.number(broken)) of \(Language.english.number(lines)) lines cannot "
                + "be read; nothing was sent"
        case .mendOrSkip: "Mend these lines, or send the others with --skip-invalid."
        case .lines(let count): Language.english.count(count, "listing", "listings")
        case .outcomes(let counts, let unread, let results):
            Self.sum(counts, Labels.listingAdditions, unread, results, .english)
        case .replies(let counts, let unread, let results):
            Self.sum(counts, Labels.listingReplies, unread, results, .english)
        case .observed(let seen, let matches, let refused):
            Language.english.count(seen, "listing seen", "listings seen")
                + Self.parts(matches, Labels.matchOutcomes, .english)
                + (refused > 0 ? ", \(Language.english.number(refused)) refused" : "")
        case .progress(let seen, let reported):
            "\(Language.english.number(seen)) seen, \(Language.english.number(reported)) reported"
        case .truncated: "Older claims are left out: name one of them, or a platform."
        case .callsSaved(let count):
            Language.english.count(Int(clamping: count), "call saved", "calls saved")
        case .listWorks: "`recours work list` shows identifiers."
        case .listClaims: "`recours claim list` shows identifiers."
        case .reviewedFalse(let wrong, let all): "\(all), \(wrong) of them none"
        case .badFaith(let wrong, let all): "\(all), \(wrong) of them for bad faith"
        }
    }

    private static func sum<Value>(
        _ counts: [(Value, Int)], _ labels: Labels.Table<Value>, _ unread: Int, _ results: String,
        _ language: Language
    ) -> String {
        let all = counts.reduce(0) { $0 + $1.1 }
        let named = parts(counts, labels, language)
        if language == .french {
            let left = language.count(unread, "ligne illisible", "lignes illisibles")
            return language.count(all, "annonce", "annonces") + named
                + (unread > 0 ? ", " + left : "") + " ; résultats dans " + results
        }
        let left = language.count(unread, "line unreadable", "lines unreadable")
        return language.count(all, "listing", "listings") + named
            + (unread > 0 ? ", " + left : "") + "; results in " + results
    }

    /// `: signalée 12, rejetée 3`.
    private static func parts<Value>(
        _ counts: [(Value, Int)], _ labels: Labels.Table<Value>, _ language: Language
    ) -> String {
        let named = counts.filter { $0.1 > 0 }.map {
            "\(labels.name(of: $0.0, in: language)) \(language.number($0.1))"
        }
        guard !named.isEmpty else { return "" }
        return (language == .french ? " : " : ": ") + named.joined(separator: ", ")
    }
}
