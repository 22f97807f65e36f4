// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursMessages

/// The words and numbers of the figures, as readers of each language write them.
struct StatsLanguage: Sendable {
    let language: Language

    static let french = StatsLanguage(.french)
    static let english = StatsLanguage(.english)

    init(_ language: Language) {
        self.language = language
    }

    var isFrench: Bool { language == .french }

    /// The sentence in this language.
    func callAsFunction(_ french: String, _ english: String) -> String {
        isFrench ? french : english
    }

    func callAsFunction(_ sentence: some Sentence) -> String {
        self(sentence.french, sentence.english)
    }

    // MARK: Numbers

    /// `1 240` or `1,240`.
    func count(_ number: UInt64) -> String {
        let digits = Array(String(number))
        var text = ""
        for (place, digit) in digits.enumerated() {
            // A narrow space that doesn't break.
            if place > 0, (digits.count - place).isMultiple(of: 3) {
                text += isFrench ? "\u{202F}" : ","
            }
            text.append(digit)
        }
        return text
    }

    /// The number, or the mark of what is withheld.
    func count(_ number: UInt64?) -> String { number.map { count($0) } ?? "s" }

    /// `71 %` or `71%`, of a share between 0 and 1.
    func percent(_ share: Double) -> String {
        let number = Int((share * 100).rounded())
        return isFrench ? "\(number)\u{202F}%" : "\(number)%"
    }

    /// `45 min`, `7 h`, `4,2 j`: as exact as is worth reading.
    func span(minutes: UInt32) -> String {
        switch minutes {
        case ..<60: return "\(minutes)\u{00A0}min"
        case ..<2_880: return "\((minutes + 30) / 60)\u{00A0}h"
        default:
            let tenths = (UInt64(minutes) * 10 + 720) / 1_440
            let unit = isFrench ? "j" : "d"
            let point = isFrench ? "," : "."
            // Beyond ten days nobody needs the hours.
            if tenths >= 100 || tenths % 10 == 0 { return "\((tenths + 5) / 10)\u{00A0}\(unit)" }
            return "\(tenths / 10)\(point)\(tenths % 10)\u{00A0}\(unit)"
        }
    }

    func span(minutes: UInt32?) -> String { minutes.map { span(minutes: $0) } ?? "–" }

    // MARK: Names

    func name(of category: RecoursMessages.CaseCategory) -> String {
        Labels.categories.name(of: category, in: language)
    }

    private static let frenchMonths = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
        "octobre", "novembre", "décembre",
    ]
    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]

    private func month(_ number: Int) -> String {
        let names = isFrench ? StatsLanguage.frenchMonths : StatsLanguage.englishMonths
        return names.indices.contains(number - 1) ? names[number - 1] : "\(number)"
    }

    /// `novembre 2018`, of `2018-11`.
    func month(_ text: String) -> String {
        guard let number = Int(text.suffix(2)) else { return text }
        return "\(month(number)) \(text.prefix(4))"
    }

    private static let shortFrenchMonths = [
        "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
        "déc.",
    ]

    /// `nov.`, of `2018-11`.
    func shortMonth(_ text: String) -> String {
        guard let number = Int(text.suffix(2)), (1...12).contains(number) else { return text }
        return isFrench
            ? StatsLanguage.shortFrenchMonths[number - 1] : String(month(number).prefix(3))
    }

    /// `30 novembre 2018`: the day in Paris.
    func date(milliseconds: Int64) -> String {
        let day = Instant(millisecondsSince1970: milliseconds).dateInParis
        let (year, month, number) = day.components
        let first = isFrench && number == 1 ? "1er" : "\(number)"
        return "\(first) \(self.month(month)) \(year)"
    }
}
