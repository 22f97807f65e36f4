// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursMessages

/// The cases of a live view: what changed last stands on top.
struct WatchBoard: Sendable {
    /// More cases than a screen has lines; older ones are forgotten, not what happened to them.
    static let mostCases = 500

    struct Item: Equatable, Sendable {
        let message: RecoursMessages.Case
        let lastEvent: EventKind
    }

    private var items: [[UInt8]: Item] = [:]
    /// Identifiers, the oldest change first.
    private var order: [[UInt8]] = []

    /// Takes up what happened to a case.
    mutating func take(_ message: RecoursMessages.Case, _ event: EventKind) {
        if items.updateValue(Item(message: message, lastEvent: event), forKey: message.id) != nil {
            order.removeAll { $0 == message.id }
        }
        order.append(message.id)
        if order.count > WatchBoard.mostCases { items[order.removeFirst()] = nil }
    }

    mutating func remove(_ identifier: [UInt8]) {
        items[identifier] = nil
        order.removeAll { $0 == identifier }
    }

    var newestFirst: [Item] { order.reversed().compactMap { items[$0] } }

    /// The whole screen: a title, the table, as many lines as fit.
    func screen(
        title: String, for viewer: Viewer, now: Instant, lostSince: Instant? = nil, width: Int,
        height: Int, ink: Ink
    ) -> [String] {
        let line = DisplayWidth.fitted(
            (lostSince.map(WatchBoard.lost) ?? .watching(title, at: WatchBoard.hour(now))).text,
            to: width)
        var table = TextTable(WatchBoard.columns)
        let shown = newestFirst.prefix(max(1, height - 4))
        for item in shown { table.add(WatchBoard.row(item, viewer, now)) }
        // Narrower than its narrowest, the table is cut: a broken line would push others off.
        var lines = table.lines(width: width).map {
            DisplayWidth.of($0) > width ? DisplayWidth.fitted($0, to: width) : $0
        }

        for (place, item) in shown.enumerated() {
            let next = NextStepText(item.message, for: viewer, now: now)
            let colour = next.daysLeft.flatMap(ink.colour(daysLeft:))
            lines[place + 1] = ink.paint(lines[place + 1], colour)
        }
        if let head = lines.first { lines[0] = ink.paint(head, .bold) }
        return [ink.paint(line, lostSince == nil ? nil : .red), ""] + lines
    }

    /// What stands in the place of the title while the server cannot be reached.
    static func lost(since: Instant) -> CommandSentence { .lost(since: hour(since)) }

    private static func hour(_ instant: Instant) -> String {
        String(Language.current.instant(instant.millisecondsSince1970).suffix(5))
    }

    private static func row(_ item: Item, _ viewer: Viewer, _ now: Instant) -> [String] {
        let view = CaseView(item.message, for: viewer, now: now)
        let at = Language.current.instant(item.message.updatedAtMs)
        return [
            item.message.publicNumber, Labels.states.name(of: item.message.state),
            view.next.whoActs, view.next.timeLeft, Labels.events.name(of: item.lastEvent),
            String(at.suffix(5)), view.platform,
            item.message.draft?.complainant?.legalName ?? "",
        ]
    }

    private static var columns: [TextTable.Column] {
        [
            .init(title: Heading.number.text), .init(title: Heading.state.text),
            .init(title: Heading.whoActs.text), .init(title: Heading.left.text, isRight: true),
            .init(title: Heading.lastEvent.text, isFlexible: true),
            .init(title: Heading.when.text),
            .init(title: Heading.platform.text, isFlexible: true, isOptional: true),
            .init(title: Heading.complainant.text, isFlexible: true, isOptional: true),
        ]
    }
}
