// SPDX-License-Identifier: EUPL-1.2

/// What a library or the system said, which speaks English alone: quoted in French.
struct ForeignWords: Sentence, Equatable {
    let english: String

    init(text: String) {
        english = text
    }

    init(_ error: any Error) {
        english = "\(error)"
    }

    var french: String { "« \(english) »" }
}
