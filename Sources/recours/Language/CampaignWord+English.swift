// SPDX-License-Identifier: EUPL-1.2

// What depends on numbers and names; the rest stands in the table of names.
extension CampaignWord {
    var englishSentence: String {
        switch self {
        case .named(let name): name
        case .span(let from, let to): "\(from) to \(to)"
        case .daysLeft(let days): Self.englishDays(days)
        case .collectedAndAnswered(let collected, let answered):
            answered > 0 ? "\(collected) cases, \(answered) answered" : "\(collected) cases"
        case .suppressed(let count): "\(count) platforms of too few cases"
        case .unanswered(let count): "\(count) cases still wait for an answer."
        case .census(let current, let expired, let missing):
            "\(current) contacts are current, \(expired) expired, \(missing) missing"
        case .cases(let count): "\(count) cases"
        default: ""
        }
    }

    private static func englishDays(_ days: Int) -> String {
        switch days {
        case ..<0: "\(-days) days over"
        case 0: "last day"
        case 1: "1 day"
        default: "\(days) days"
        }
    }
}
