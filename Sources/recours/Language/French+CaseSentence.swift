// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

extension CaseSentence {
    var french: String {
        let words = Language.french
        return switch self {
        case .title(let number): "DOSSIER \(number)"
        case .filed(let by, let on): "\(by), le \(on)"
        case .retaliation(let cases): "représailles possibles : voir \(cases)"
        case .notice(let days, let least):
            days < least
                ? "préavis de \(words.days(days)) : moins que les \(least) jours dus"
                : "préavis de \(words.days(days)) : au moins les \(least) jours dus"
        case .listings(let count):
            count == 1 ? "1 annonce" : "\(words.number(count)) annonces"
        case .noteBetween(.complainant, true): "du médiateur au plaignant seul"
        case .noteBetween(.complainant, false): "du plaignant au médiateur seul"
        case .noteBetween(_, true): "du médiateur à la plateforme seule"
        case .noteBetween(_, false): "de la plateforme au médiateur seul"
        case .agreementConfidential: "Confidentiel jusqu’à ce que les deux parties l’acceptent."
        case .waitsFor(.complainant): "attend la réponse du plaignant"
        case .waitsFor: "attend la réponse de la plateforme"
        case .declined(.complainant): "refusé par le plaignant"
        case .declined: "refusé par la plateforme"
        case .mediatedBy(let slug): "médiateur : \(slug)"
        case .recused(let slugs): "récusé : \(slugs)"
        case .missed(let clocks): "Délais dépassés : \(clocks)"
        case .campaign(let name, let resolveBy):
            resolveBy.isEmpty ? name : "\(name), à résoudre avant le \(resolveBy)"
        case .readdressed(let from, let to): "de \(from) à \(to)"
        case .mergedInto(let number): "joint au dossier \(number)"
        case .accepted(let reason):
            reason.isEmpty ? "réponse acceptée" : "réponse acceptée : \(reason)"
        case .refused(let reason):
            reason.isEmpty ? "réponse refusée" : "réponse refusée : \(reason)"
        case .reminder(let clock, let stage):
            Labels.clocks.name(of: clock, in: .french) + ", "
                + Labels.reminders.name(of: stage, in: .french)
        case .outcome(.resolved): "La médiation a résolu le dossier."
        case .outcome: "La médiation s’est close sans accord."
        case .files(let count): count == 1 ? "1 pièce" : "\(words.number(count)) pièces"
        case .decided(let on, let effective):
            effective.isEmpty ? "décidé le \(on)" : "décidé le \(on), effet le \(effective)"
        case .automated(let detection, let decision):
            (detection ? "détection automatisée, " : "") + "décision "
                + Labels.automations.name(of: decision, in: .french)
        }
    }
}
