// SPDX-License-Identifier: EUPL-1.2

// What depends on numbers and names; the rest stands in the table of names.
extension CampaignWord {
    var frenchSentence: String {
        switch self {
        case .named(let name): name
        case .span(let from, let to): "du \(from) au \(to)"
        case .daysLeft(let days): Self.frenchDays(days)
        case .collectedAndAnswered(let collected, let answered):
            answered > 0
                ? "\(collected) dossiers, \(answered) répondus" : "\(collected) dossiers"
        case .suppressed(let count): "\(count) plateformes de trop peu de dossiers"
        case .unanswered(let count): "\(count) dossiers attendent encore une réponse."
        case .census(let current, let expired, let missing):
            "\(current) contacts à jour, \(expired) périmés, \(missing) absents"
        case .cases(let count): Language.french.count(count, "dossier", "dossiers")
        default: ""
        }
    }

    private static func frenchDays(_ days: Int) -> String {
        switch days {
        case ..<0: "dépassé de \(-days) j"
        case 0: "dernier jour"
        default: "\(days) j"
        }
    }
}
