// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursClient
internal import RecoursMessages

/// `recours mediate answer-many`.
struct MediateAnswerMany: RecoursCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer-many",
        abstract: "Do the same to a class of like cases.",
        discussion: """
            The cases are named, or read from a file (a number a line, - for the standard input), \
            or chosen by --platform, --category and --state. --text is what is said, or \
            the reason. Each case has its own result. The same command again does what is missing, \
            and nothing twice; --run NAME does the same once more.

            ACTS: take say ask propose close extend transmit reject hold unhold

            EXAMPLES
              recours mediate answer-many take --platform amazon --category delisting \\
                --state answered --text "Le même motif revient partout." --dry-run
              recours mediate answer-many say --from numbers.txt --text-file word.txt
              recours mediate answer-many close RC-… RC-… --no-agreement \\
                --text "La plateforme maintient sa clause." --next-step "Tribunal de commerce"
            """)

    @Argument(help: "What to do.")
    var act: ManyAct

    @Argument(help: "Public numbers or identifiers of cases.")
    var references: [String] = []

    @Option(help: "File of numbers or identifiers, - for the standard input.", completion: .file())
    var from: String?

    @Option(help: "Cases about this platform.")
    var platform: String?

    @Option(help: "Cases of this category; may be repeated.")
    var category: [String] = []

    @Option(help: "Cases in this state; may be repeated.")
    var state: [String] = []

    @OptionGroup var words: WordsArguments

    @OptionGroup var end: OutcomeArguments

    @Option(help: "reject: OUT_OF_SCOPE, ABUSIVE, NO_MANDATE, …")
    var because: String?

    @Option(help: "Name of this run: under another name the same is done once more.")
    var run = ""

    @Flag(name: [.customShort("n"), .long], help: "Show the cases and do nothing.")
    var dryRun = false

    @Flag(name: [.short, .long], help: "Do not ask before doing it.")
    var yes = false

    @OptionGroup var options: GlobalOptions

    private var isFiltered: Bool { platform != nil || !category.isEmpty || !state.isEmpty }

    func validate() throws {
        let ways = [!references.isEmpty, from != nil, isFiltered].filter(\.self).count
        guard ways == 1 else {
            throw ValidationError(
                OptionSentence.casesNeeded.text
            )
        }
    }

    func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
        let action = Action(kind: try act.action(try words.words(), end, because: because))
        let client = try options.client { $0.readiness = .wait(atMost: .seconds(60)) }
        let cases = try await targets(client)
        if dryRun || asks(terminal) { try show(cases, try await options.viewer(client), terminal) }
        if dryRun || cases.isEmpty {
            terminal.say(CommandSentence.willAct(act.rawValue, cases.count).text)
            return .done
        }
        if asks(terminal),
            !terminal.confirms(CommandSentence.confirm(act.rawValue, cases.count).text)
        {
            terminal.say(CommandSentence.notConfirmed.text)
            return .done
        }
        var acts: [CaseAct] = []
        var targets: [ActTarget] = []
        for one in cases {
            let key = try ActIdentity.key(of: action, on: one.id, run: run)
            acts.append(CaseAct(on: one.id, action, key: key))
            targets.append(ActTarget(identifier: one.id, number: one.publicNumber))
        }
        return try await ManyActsRun(terminal: terminal, targets: targets).perform(client, acts)
    }

    /// Only a person in front of a terminal can be asked.
    private func asks(_ terminal: Terminal) -> Bool {
        !yes && !options.json && terminal.errorIsTerminal && Terminal.inputIsTerminal
    }

    private func show(
        _ cases: [Case], _ viewer: Viewer, _ terminal: Terminal
    ) throws(CommandError) {
        if options.json {
            try terminal.printJSON(cases)
            return
        }
        guard !cases.isEmpty else { return }
        var table = TextTable(CaseView.columns)
        for one in cases { table.add(CaseView(one, for: viewer, now: Clock.now).row) }
        table.lines(width: terminal.width).forEach(terminal.print)
    }

    // MARK: Which cases

    private func targets(_ client: RecoursClient) async throws(CommandError) -> [Case] {
        if isFiltered { return try await chosen(client) }
        var texts = references
        if let from { texts = try MediateAnswerMany.lines(from) }
        // All are read before the first is asked for: a slip in the last is told at once.
        var parsed: [CaseReference] = []
        for text in texts { parsed.append(try CaseReference(text)) }
        var cases: [Case] = []
        var seen: Set<[UInt8]> = []
        for (text, reference) in zip(texts, parsed) {
            do throws(CommandError) {
                let found = try await CaseLookup(client: client).find(reference)
                if seen.insert(found.id).inserted { cases.append(found) }
            } catch { throw error.about(text) }
        }
        return cases
    }

    private func chosen(_ client: RecoursClient) async throws(CommandError) -> [Case] {
        var filter = CaseFilter(platformID: platform)
        for text in state { filter.states.append(try value(text, Labels.states, .state)) }
        var categories: [CaseCategory] = []
        for text in category { categories.append(try value(text, Labels.categories, .category)) }
        var cases: [Case] = []
        try await CaseListing(
            client.cases.list(filter), for: Viewer(role: .mediator), categories: categories
        ).forEach { one throws(CommandError) in cases.append(one) }
        return cases
    }

    /// The first word of each line that is not empty; `#` begins a remark.
    static func lines(_ path: String) throws(CommandError) -> [String] {
        let bytes = try InputFile.contents(path, atMost: 16 << 20)
        return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
            .compactMap { line in
                let text = Trimming.trimmed(String(line.prefix { $0 != "#" }))
                return text.isEmpty ? nil : text
            }
    }
}
