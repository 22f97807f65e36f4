// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

extension CommandSentence {
    var french: String {
        let words = Language.french
        return switch self {
        case .changed(let state, let version, let isRepeated):
            Labels.states.name(of: state, in: .french) + "  (version \(version))"
                + (isRepeated ? "  (déjà fait)" : "")
        case .draftSaved(let number):
            "brouillon \(number) enregistré ; `recours draft file \(number)` le dépose"
        case .filed(let number, let state, let isRepeated):
            "\(number)  " + Labels.states.name(of: state, in: .french)
                + (isRepeated ? "  (déjà déposé)" : "")
        case .count(let count):
            count < 2 ? "\(count) dossier" : "\(words.number(count)) dossiers"
        case .page(let count, let cursor):
            "\(words.number(count)) entrées ; la suite avec --after \(cursor)"
        case .answered(let done, let before, let refused, let total):
            "\(words.number(done)) réponses données sur \(words.number(total)), "
                + "\(words.number(before)) déjà données, \(words.number(refused)) refusées"
        case .acted(let done, let before, let refused, let total):
            "\(words.number(done)) dossiers traités sur \(words.number(total)), "
                + "\(words.number(before)) déjà traités, \(words.number(refused)) refusés"
        case .willAct(let act, let count):
            "\(act) : \(words.number(count)) dossiers ; rien n’a été envoyé"
        case .confirm(let act, let count):
            "\(act) : \(words.number(count)) dossiers. Continuer ? [o/N] "
        case .notConfirmed: "rien n’a été envoyé"
        case .stopped(let done, let total):
            "arrêté après \(words.number(done)) sur \(words.number(total)) ; "
                + "la même commande continue"
        case .tryingAgain(let why): "nouvel essai : \(why)"
        case .watching(let what, let at): "\(what) — à jour à \(at) — Ctrl-C pour finir"
        case .lost(let since):
            "Serveur injoignable depuis \(since), nouvel essai en cours — Ctrl-C pour finir"
        case .refused(let why): "refusé : \(why)"
        case .progressRefused(let count): "\(count) refusés"
        case .progressInvalid(let count): "\(count) invalides"
        case .progressKnown(let count): "\(count) déjà déposés"
        case .progressLeft(let span): "reste \(span)"
        }
    }
}
