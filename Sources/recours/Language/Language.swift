// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser

/// The language in which people are spoken to. Help texts and JSON have only one.
enum Language: String, CaseIterable, Sendable, ExpressibleByArgument {
    case french = "fr"
    case english = "en"

    /// The language of the command that runs; the environment's until an option says otherwise.
    @TaskLocal static var current = Language(environment: GlobalOptions.environment)

    /// The first of these that is set decides; what is not French is English.
    static let variables = ["RECOURS_LANG", "LC_ALL", "LC_MESSAGES", "LANG"]

    init(environment: [String: String]) {
        let value = Language.variables.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        let tag = (value ?? "").lowercased()
        // fr, fr_FR.UTF-8, fr-BE; not "frisian".
        let primary = tag.prefix { $0.isLetter }
        self = primary == "fr" || primary == "fra" || primary == "french" ? .french : .english
    }

    /// Before the arguments are parsed, so that what is wrong with them is told in it as well.
    init(arguments: [String], environment: [String: String]) {
        let options = arguments.prefix { $0 != "--" }
        if options.contains("--json") {
            self = .english
            return
        }
        var named: Language?
        for (option, next) in zip(options, options.dropFirst() + [""]) {
            if option == "--lang" { named = Language(rawValue: next) }
            if option.hasPrefix("--lang=") {
                named = Language(rawValue: String(option.dropFirst(7)))
            }
        }
        self = named ?? Language(environment: environment)
    }

    // MARK: Words

    func heading(_ heading: Heading) -> String {
        let words = self == .french ? French.headings : English.headings
        return words[heading] ?? heading.rawValue
    }
}

/// Something that this program says. Each language words all of it, or it does not compile.
protocol Sentence: Sendable {
    var french: String { get }
    var english: String { get }
}

extension Sentence {
    /// In the language of the command that runs.
    var text: String {
        switch Language.current {
        case .french: french
        case .english: english
        }
    }
}
