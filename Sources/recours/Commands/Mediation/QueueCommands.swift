// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursClient
internal import RecoursMessages

/// Which platform and category a mediator looks at.
struct MatterArguments: ParsableArguments {
    @Option(help: "Only cases about this platform.")
    var platform: String?

    @Option(help: "Only cases of this category; English or French name.")
    var category: String?

    func knownCategory() throws(CommandError) -> CaseCategory {
        guard let category else { return .unspecified }
        return try value(category, Labels.categories, .category)
    }
}

/// `recours mediate queue`.
struct MediateQueue: RecoursCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue",
        abstract: "List the cases that wait for a mediator, the most urgent first.",
        discussion: """
            EXAMPLES
              recours mediate queue --unassigned
              recours mediate queue --mine --limit 20
              recours mediate queue --platform amazon --reason mediation
              recours mediate queue --size micro --activity 32
            """)

    @Flag(help: "Only cases that you have in charge.")
    var mine = false

    @Flag(help: "Only cases that nobody has in charge.")
    var unassigned = false

    @OptionGroup var matter: MatterArguments

    @OptionGroup var complainant: ComplainantArguments

    @Option(help: "Only these: held, contested, mediation, unacknowledged; may be repeated.")
    var reason: [String] = []

    @Option(help: "How many at most.")
    var limit: Int?

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if mine, unassigned { throw ValidationError(OptionSentence.mineOrUnassigned.text) }
    }

    func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
        var reasons: [QueueReason] = []
        for text in reason { reasons.append(try value(text, Labels.queueReasons, .reason)) }
        let filter = QueueFilter(
            assignment: mine ? .mine : unassigned ? .nobody : .unspecified,
            platformID: matter.platform, category: try matter.knownCategory(), reasons: reasons,
            sizes: try complainant.knownSizes(), nafCode: try complainant.nafCode())
        let client = try options.client()
        _ = try await options.viewer(client)
        var iterator = client.mediation.queue(filter).makeAsyncIterator()
        var items: [QueueItem] = []
        while items.count < limit ?? .max {
            let next: QueueItem?
            do throws(RecoursError) {
                next = try await iterator.next(isolation: nil)
            } catch { throw CommandError(error) }
            guard let next else { break }
            items.append(next)
        }
        if options.json {
            try terminal.printJSON(items)
            return .done
        }
        var table = TextTable(MediateQueue.columns)
        for item in items { table.add(MediateQueue.row(item)) }
        if !items.isEmpty { table.lines(width: terminal.width).forEach(terminal.print) }
        terminal.say(CommandSentence.count(items.count).text)
        return .done
    }

    private static var columns: [TextTable.Column] {
        [
            .init(title: Heading.number.text), .init(title: Heading.why.text),
            .init(title: Heading.left.text, isRight: true),
            .init(title: Heading.mediatorInCharge.text), .init(title: Heading.platform.text),
            .init(title: Heading.category.text, isFlexible: true),
            .init(title: Heading.title.text, isFlexible: true, isOptional: true),
        ]
    }

    private static func row(_ item: QueueItem) -> [String] {
        let left = item.dueAtMs.map { Clock.daysLeft(until: $0, now: Clock.now) }
        return [
            item.publicNumber, Labels.queueReasons.name(of: item.reason),
            left.map { StepSentence.timeLeft($0).text } ?? "",
            item.mediator.isEmpty ? Heading.nobody.text : item.mediator,
            item.like?.platformID ?? "",
            Labels.categories.name(of: item.like?.category ?? .unspecified), item.title,
        ]
    }
}

/// `recours mediate classes`.
struct MediateClasses: RecoursCommand {
    static let configuration = CommandConfiguration(
        commandName: "classes",
        abstract: "List classes of like open cases, the largest first.",
        discussion: """
            Cases are alike if platform, category and the clause relied on are the same. One \
            answer may serve a class: recours mediate answer-many.

            EXAMPLES
              recours mediate classes --platform amazon
              recours mediate classes --at-least 5
            """)

    @OptionGroup var matter: MatterArguments

    @Option(help: "Only classes of so many open cases.")
    var atLeast: UInt32 = 2

    @Option(help: "How many at most: 1 to 1,000.")
    var limit: UInt32 = 100

    @OptionGroup var options: GlobalOptions

    func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
        let category = try matter.knownCategory()
        let client = try options.client()
        let page = try await calling { () async throws(RecoursError) in
            try await client.mediation.clusters(
                platformID: matter.platform ?? "", category: category, atLeast: atLeast,
                pageSize: limit)
        }
        if options.json {
            try terminal.printJSON(page.clusters)
            return .done
        }
        guard !page.clusters.isEmpty else { return .done }
        var table = TextTable([
            .init(title: Heading.open.text, isRight: true),
            .init(title: Heading.waiting.text, isRight: true),
            .init(title: Heading.platform.text), .init(title: Heading.category.text),
            .init(title: Heading.clause.text, isFlexible: true),
        ])
        for cluster in page.clusters {
            let key = cluster.key ?? ClusterKey()
            table.add([
                Language.current.number(Int64(clamping: cluster.open)),
                Language.current.number(Int64(clamping: cluster.waiting)), key.platformID,
                Labels.categories.name(of: key.category), key.clause,
            ])
        }
        table.lines(width: terminal.width).forEach(terminal.print)
        return .done
    }
}
