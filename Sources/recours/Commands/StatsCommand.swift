// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursCases
internal import RecoursClient
internal import RecoursCrypto
internal import RecoursMessages

/// `recours stats`.
struct StatsCommand: RecoursCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "Show the figures: how many cases, how fast, with what end.",
        discussion: """
            For each platform and category: cases received and answered, median and 95 % time to \
            acknowledge, answer and resolve, resolutions confirmed by the complainant, \
            escalations, promises and commitments broken, delistings left unexplained; and by \
            month, how fast each platform removes copies. To all but mediators, numbers from 1 to \
            4 are withheld (`s`), and those that would give them away.

            --own: how fast platforms removed what your own cases are about, by month. Nothing \
            is withheld of one's own.

            --html writes one page that needs nothing else: charts, tables, the data and their \
            fingerprint, for a screen by day and by night, a telephone, and A4.

            EXAMPLES
              recours stats
              recours stats --platform amazon --by-month
              recours stats --own
              recours stats --own --siren 732829320 --csv
              recours stats --csv > figures.csv
              recours stats --html figures.html --lang en
              recours stats --json > figures.json
              recours stats --from figures.json --html figures.html
            """)

    @Option(help: "Only this platform.")
    var platform: String?

    @Option(help: "Only cases of this main category; English or French name.")
    var category: String?

    @Option(help: ArgumentHelp("Only cases of this campaign.", valueName: "id"))
    var campaign: String?

    @Flag(help: "Also by month; not of a category within a campaign.")
    var byMonth = false

    @Flag(help: "Removals in your own cases alone, by platform and month.")
    var own = false

    @Option(help: "With --own: only cases of this firm, 9 digits.")
    var siren: String?

    @Flag(help: "Write a table for spreadsheets and programs.")
    var csv = false

    @Option(help: "Write a page for a browser or for paper to this file.", completion: .file())
    var html: String?

    @Option(
        help: "Take the figures from this file, written by --json, instead of a server.",
        completion: .file())
    var from: String?

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if siren != nil, !own { throw ValidationError(OptionSentence.sirenWithOwn.text) }
        guard own else { return }
        if category != nil || campaign != nil || from != nil {
            throw ValidationError(OptionSentence.ownAlone.text)
        }
    }

    func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
        // A page is for people, also beside JSON for programs.
        let say = StatsLanguage(
            options.lang ?? Language(environment: GlobalOptions.environment))
        if own { return try await showOwn(terminal, say) }
        let answer = try await answer()
        let data = StatsData(answer)
        try writePage(data, say, terminal)
        if options.json {
            try terminal.printJSON(answer)
        } else if csv {
            printCSV(data, terminal)
        } else if html == nil {
            let table = StatsTable(data: data, say: say)
            for line in scope(data, say) { terminal.say(SafeText.line(line)) }
            table.lines(width: terminal.width).forEach(terminal.print)
            terminal.say("")
            table.legend.forEach(terminal.say)
        }
        return .done
    }

    private func showOwn(
        _ terminal: Terminal, _ say: StatsLanguage
    ) async throws(CommandError) -> ExitStatus {
        let client = try options.client()
        let firm = siren.map { String($0.filter { !$0.isWhitespace }) }
        let answer = try await calling { () async throws(RecoursError) in
            try await client.figures.ownRemovals(siren: firm, platform: platform)
        }
        let data = StatsData(answer)
        try writePage(data, say, terminal)
        if options.json {
            try terminal.printJSON(answer)
        } else if csv {
            printCSV(data, terminal)
        } else if html == nil {
            let table = RemovalsTable(data: data, say: say)
            table.lines(width: terminal.width).forEach(terminal.print)
            terminal.say("")
            table.legend.forEach(terminal.say)
        }
        return .done
    }

    private func writePage(
        _ data: StatsData, _ say: StatsLanguage, _ terminal: Terminal
    ) throws(CommandError) {
        guard let html else { return }
        let page = StatsPage(data: data, say: say, scope: scope(data, say))
        let text: String
        do throws(CryptoError) {
            text = try page.html()
        } catch {
            throw CommandError(.failed, error)
        }
        try OutputFile(html, .create).write(text)
        terminal.say(StatsSentence.written(html, bytes: text.utf8.count).text)
    }

    private func printCSV(_ data: StatsData, _ terminal: Terminal) {
        let text = StatsCSV(data: data).text
        // A file gets names as they are; a person in front of it must not be commanded by them.
        if terminal.width != nil {
            for line in text.split(separator: "\r\n") {
                terminal.print(SafeText.line(String(line)))
            }
            return
        }
        // The last line feed is the terminal's; a carriage return and it are one character.
        terminal.print(text.dropLast() + "\r")
    }

    // MARK: What is asked for

    private func answer() async throws(CommandError) -> GetFiguresResponse {
        if let from { return try JSONText.file(GetFiguresResponse.self, from) }
        let category = try knownCategory()
        let campaign = try campaign.map(CampaignNumber.bytes)
        let isWhole = options.json || csv || html != nil
        let client = try options.client()
        return try await calling { () async throws(RecoursError) in
            try await client.figures.get(
                platform: platform, category: category, campaign: campaign,
                byMonth: byMonth || isWhole, byPlatformAndCategory: isWhole,
                removalsByPlatform: true)
        }
    }

    private func knownCategory() throws(CommandError) -> RecoursMessages.CaseCategory? {
        guard let category else { return nil }
        return try value(category, Labels.categories, .category)
    }

    /// What narrows the figures, in words.
    private func scope(_ data: StatsData, _ say: StatsLanguage) -> [String] {
        var words: [String] = []
        if !data.total.platformID.isEmpty {
            words.append(say(StatsSentence.platform(data.total.platformTitle)))
        }
        if data.total.category != .unspecified {
            let name = say.name(of: data.total.category)
            words.append(say(StatsSentence.matter(name)))
        }
        if let siren { words.append(say(StatsSentence.firm(siren))) }
        if let campaign { words.append(say(StatsSentence.campaign(campaign))) }
        return words
    }
}

/// A campaign's identifier as it is written: a UUID, or 32 hexadecimal digits.
enum CampaignNumber {
    static func bytes(_ text: String) throws(CommandError) -> [UInt8] {
        let digits = text.filter { $0 != "-" }.compactMap(\.hexDigitValue)
        guard digits.count == 32, text.allSatisfy({ $0 == "-" || $0.isHexDigit }) else {
            throw CommandError(
                .usage, ValueSentence.isNo(text, noun: .campaign),
                remedy: ValueSentence.campaignForm)
        }
        return stride(from: 0, to: 32, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
    }
}
