// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

/// What is said of what a command did. Numbers come as the language writes them.
enum CommandSentence: Sentence {
    case changed(CaseState, version: UInt64, isRepeated: Bool)
    case draftSaved(number: String)
    case filed(number: String, CaseState, isRepeated: Bool)
    case count(Int)
    case page(Int, cursor: String)
    case answered(Int, before: Int, refused: Int, total: Int)
    case acted(Int, before: Int, refused: Int, total: Int)
    case willAct(String, Int)
    case confirm(String, Int)
    case notConfirmed
    case stopped(done: Int, total: Int)
    case tryingAgain(String)
    case watching(String, at: String)
    case lost(since: String)
    case refused(String)
    // The line of progress
    case progressRefused(String)
    case progressInvalid(String)
    case progressKnown(String)
    case progressLeft(String)
}
