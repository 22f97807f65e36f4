// SPDX-License-Identifier: EUPL-1.2

internal import Glibc
internal import RecoursCases
internal import RecoursMessages
internal import Synchronization

/// Where a watch is shown: drawn anew on a terminal, a line a change elsewhere.
final class WatchScreen: Sendable {
    /// Changes come in bursts; more pictures a second than this nobody sees.
    static let interval: Duration = .milliseconds(200)
    /// Days pass without a change, and so does the hour at the top.
    static let longest: Duration = .seconds(30)
    /// How often the server is asked whether it is there: what stands still may be out of date.
    static let askInterval: Duration = .seconds(10)

    private struct State {
        var board = WatchBoard()
        var followed: (message: RecoursMessages.Case, events: [Event])?
        var isDrawn = false
        var drawnAt = ContinuousClock.now
        /// Nil while the server answers.
        var lostSince: Instant?
    }

    private let terminal: Terminal
    private let viewer: Viewer
    private let title: String
    private let draws: Bool
    private let state = Mutex(State())

    init(terminal: Terminal, viewer: Viewer, title: String) {
        self.terminal = terminal
        self.viewer = viewer
        self.title = SafeText.line(title)
        draws = terminal.width != nil && !terminal.isJSON
    }

    /// Shows what `watch` tells until it ends or somebody presses Ctrl-C.
    func run(
        asking isThere: @escaping @Sendable () async -> Bool,
        _ watch: @escaping @Sendable () async throws(CommandError) -> Void
    ) async throws(CommandError) -> ExitStatus {
        guard draws else {
            try await watch()
            return .done
        }
        terminal.paint("\u{1B}[?25l\u{1B}[2J")
        defer { terminal.paint("\u{1B}[?25h") }
        var failure: CommandError?
        try await Interrupts.count { () async throws(CommandError) in
            failure = await withTaskGroup(of: CommandError?.self) { group in
                group.addTask {
                    do throws(CommandError) {
                        try await watch()
                        return nil
                    } catch { return error }
                }
                group.addTask {
                    await self.drawUntilAsked()
                    return nil
                }
                group.addTask {
                    await self.ask(isThere)
                    return nil
                }
                let first = await group.next() ?? nil
                group.cancelAll()
                return first
            }
        }
        draw()
        if Interrupts.wasAsked { return .interrupted }
        if let failure { throw failure }
        return .done
    }

    // MARK: What happened

    /// A change of a case in a list; it leaves the list unless it `stays`.
    func take(
        _ message: RecoursMessages.Case, _ event: EventKind, as change: some Encodable,
        stays: Bool = true
    ) throws(CommandError) {
        if draws {
            state.withLock { state in
                if stays {
                    state.board.take(message, event)
                } else {
                    state.board.remove(message.id)
                }
                state.isDrawn = false
            }
        } else if terminal.isJSON {
            try terminal.printJSONLine(change)
        } else {
            let next = NextStepText(message, for: viewer, now: Clock.now)
            let cells = [
                Language.current.instant(message.updatedAtMs), message.publicNumber,
                Labels.events.name(of: event), Labels.states.name(of: message.state),
                next.whoActs, next.timeLeft, message.draft?.title ?? "",
            ]
            terminal.print(
                cells.map(SafeText.line).filter { !$0.isEmpty }.joined(separator: "  "))
        }
    }

    /// What happened to the one case that is followed.
    func follow(_ update: CaseUpdate, _ message: RecoursMessages.Case?) throws(CommandError) {
        if draws {
            guard let message else { return }
            state.withLock { state in
                let events = (state.followed?.events ?? []) + update.events
                state.followed = (message, events)
                state.isDrawn = false
            }
        } else if terminal.isJSON {
            try terminal.printJSONLine(update)
        } else {
            Timeline(update.events).lines(width: terminal.readingWidth, ink: terminal.ink)
                .forEach(terminal.print)
        }
    }

    /// Notes since when the server does not answer, and when it does again.
    private func ask(_ isThere: @Sendable () async -> Bool) async {
        while !Task.isCancelled, !Interrupts.wasAsked {
            let asked = Clock.now
            let answers = await isThere()
            state.withLock { state in
                let lost = answers ? nil : state.lostSince ?? asked
                if lost != state.lostSince { state.isDrawn = false }
                state.lostSince = lost
            }
            try? await Task.sleep(for: WatchScreen.askInterval)
        }
    }

    // MARK: Drawing

    private func drawUntilAsked() async {
        while !Task.isCancelled, !Interrupts.wasAsked {
            let isDue = state.withLock { state in
                !state.isDrawn || .now - state.drawnAt > WatchScreen.longest
            }
            if isDue { draw() }
            try? await Task.sleep(for: WatchScreen.interval)
        }
    }

    /// Line by line over what stood there, so that nothing flickers.
    private func draw() {
        let width = terminal.width ?? 80
        let height = terminal.height ?? 24
        let lines = state.withLock { state -> [String] in
            state.isDrawn = true
            state.drawnAt = .now
            if let (message, events) = state.followed {
                let lost = state.lostSince.map {
                    terminal.ink.paint(WatchBoard.lost(since: $0).text, .red)
                }
                let page = CasePage(
                    message, events: events, for: viewer, now: Clock.now, width: width,
                    ink: terminal.ink
                ).brief(height: height - (lost == nil ? 1 : 2))
                return (lost.map { [$0] } ?? []) + page
            }
            return state.board.screen(
                title: title, for: viewer, now: Clock.now, lostSince: state.lostSince,
                width: width, height: height,
                ink: terminal.ink)
        }
        let picture = lines.prefix(height - 1).map { $0 + "\u{1B}[K\n" }.joined()
        terminal.paint("\u{1B}[H" + picture + "\u{1B}[J")
    }
}
