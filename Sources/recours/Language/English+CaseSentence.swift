// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

extension CaseSentence {
    var english: String {
        let words = Language.english
        return switch self {
        case .title(let number): "CASE \(number)"
        case .filed(let by, let on): "\(by), on \(on)"
        case .retaliation(let cases): "possible retaliation: see \(cases)"
        case .notice(let days, let least):
            days < least
                ? "notice of \(words.days(days)): less than the \(least) days due"
                : "notice of \(words.days(days)): at least the \(least) days due"
        case .listings(let count):
            count == 1 ? "1 listing" : "\(words.number(count)) listings"
        case .noteBetween(.complainant, true): "from the mediator to the complainant alone"
        case .noteBetween(.complainant, false): "from the complainant to the mediator alone"
        case .noteBetween(_, true): "from the mediator to the platform alone"
        case .noteBetween(_, false): "from the platform to the mediator alone"
        case .agreementConfidential: "Confidential until both sides accept it."
        case .waitsFor(.complainant): "waits for the complainant’s answer"
        case .waitsFor: "waits for the platform’s answer"
        case .declined(.complainant): "declined by the complainant"
        case .declined: "declined by the platform"
        case .mediatedBy(let slug): "mediator: \(slug)"
        case .recused(let slugs): "recused: \(slugs)"
        case .missed(let clocks): "Deadlines missed: \(clocks)"
        case .campaign(let name, let resolveBy):
            resolveBy.isEmpty ? name : "\(name), to be resolved by \(resolveBy)"
        case .readdressed(let from, let to): "from \(from) to \(to)"
        case .mergedInto(let number): "merged into \(number)"
        case .accepted(let reason):
            reason.isEmpty ? "answer accepted" : "answer accepted: \(reason)"
        case .refused(let reason):
            reason.isEmpty ? "answer refused" : "answer refused: \(reason)"
        case .reminder(let clock, let stage):
            Labels.clocks.name(of: clock, in: .english) + ", "
                + Labels.reminders.name(of: stage, in: .english)
        case .outcome(.resolved): "The mediation has resolved the case."
        case .outcome: "The mediation has ended without an agreement."
        case .files(let count): count == 1 ? "1 file" : "\(words.number(count)) files"
        case .decided(let on, let effective):
            effective.isEmpty ? "decided on \(on)" : "decided on \(on), in effect on \(effective)"
        case .automated(let detection, let decision):
            (detection ? "automated detection, " : "") + "decision "
                + Labels.automations.name(of: decision, in: .english)
        }
    }
}
