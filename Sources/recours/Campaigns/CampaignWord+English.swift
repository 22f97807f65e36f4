// SPDX-License-Identifier: EUPL-1.2

extension CampaignWord {
    var english: String {
        switch self {
        case .name: "name"
        case .open: "open"
        case .closes: "closes"
        case .resolveBy: "to be solved by"
        case .collected: "collected"
        case .target: "target"
        case .answered: "answered"
        case .platforms: "platforms"
        case .targetReached: "target reached"
        case .otherPlatforms: "others"
        case .identifier: "identifier"
        case .resolved: "resolved"
        case .explained: "explained"
        case .noAgreement: "no agreement"
        case .withdrawn: "withdrawn"
        case .inadmissible: "inadmissible"
        case .merged: "duplicates"
        case .openAnswered: "open, answered"
        case .openUnanswered: "unanswered"
        case .total: "total"
        case .number: "number"
        case .platform: "platform"
        case .risk: "risk"
        case .caseState: "state"
        case .whoActs: "who acts"
        case .deadline: "deadline"
        case .left: "left"
        case .contact: "contact"
        case .validUntil: "valid until"
        case .standing: "contact is"
        case .languages: "languages"
        case .complaint: "complaints"
        case .mediators: "mediators"
        case .outOfCourt: "out of court"
        case .commitment: "commitment"
        case .dueOn: "due"
        case .scope: "scope"
        case .about: "about"
        case .named(let name): name
        case .span(let from, let to): "\(from) to \(to)"
        case .daysLeft(let days): Self.englishDays(days)
        case .collectedAndAnswered(let collected, let answered):
            answered > 0 ? "\(collected) cases, \(answered) answered" : "\(collected) cases"
        case .suppressed(let count): "\(count) platforms of too few cases"
        case .onTime: "on time"
        case .atRisk: "at risk"
        case .willMiss: "will miss"
        case .missed: "missed"
        case .current: "current"
        case .expired: "expired"
        case .missing: "missing"
        case .honoured: "honoured"
        case .broken: "broken"
        case .waived: "waived"
        case .stillOpen: "open"
        case .allSolved: "Every case has its answer."
        case .unanswered(let count): "\(count) cases still wait for an answer."
        case .census(let current, let expired, let missing):
            "\(current) contacts are current, \(expired) expired, \(missing) missing"
        case .created: "created"
        case .createdBefore: "was there already"
        case .cases(let count): "\(count) cases"
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
