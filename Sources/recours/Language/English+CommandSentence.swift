// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

extension CommandSentence {
    var english: String {
        let words = Language.english
        return switch self {
        case .changed(let state, let version, let isRepeated):
            Labels.states.name(of: state, in: .english) + "  (version \(version))"
                + (isRepeated ? "  (done before)" : "")
        case .draftSaved(let number):
            "draft \(number) saved; `recours draft file \(number)` files it"
        case .filed(let number, let state, let isRepeated):
            "\(number)  " + Labels.states.name(of: state, in: .english)
                + (isRepeated ? "  (filed before)" : "")
        case .count(let count):
            count == 1 ? "1 case" : "\(words.number(count)) cases"
        case .page(let count, let cursor):
            "\(words.number(count)) entries; go on with --after \(cursor)"
        case .answered(let done, let before, let refused, let total):
            "\(words.number(done)) of \(words.number(total)) answered, "
                + "\(words.number(before)) answered before, \(words.number(refused)) refused"
        case .acted(let done, let before, let refused, let total):
            "\(words.number(done)) of \(words.number(total)) cases done, "
                + "\(words.number(before)) done before, \(words.number(refused)) refused"
        case .willAct(let act, let count):
            "\(act): \(words.number(count)) cases; nothing was sent"
        case .confirm(let act, let count):
            "\(act): \(words.number(count)) cases. Go on? [y/N] "
        case .notConfirmed: "nothing was sent"
        case .stopped(let done, let total):
            "stopped after \(words.number(done)) of \(words.number(total)); "
                + "the same command goes on"
        case .tryingAgain(let why): "trying again: \(why)"
        case .watching(let what, let at): "\(what) — as of \(at) — Ctrl-C ends it"
        case .lost(let since):
            "No word from the server since \(since), trying again — Ctrl-C ends it"
        case .refused(let why): "refused: \(why)"
        case .progressRefused(let count): "\(count) refused"
        case .progressInvalid(let count): "\(count) invalid"
        case .progressKnown(let count): "\(count) already filed"
        case .progressLeft(let span): "ETA \(span)"
        }
    }
}
