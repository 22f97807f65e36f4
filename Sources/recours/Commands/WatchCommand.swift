// SPDX-License-Identifier: EUPL-1.2

internal import ArgumentParser
internal import RecoursClient
internal import RecoursMessages

/// `recours watch`.
struct WatchCommand: RecoursCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "See what happens as it happens: in your inbox, the mediators' queue, or a case.",
        discussion: """
            On a terminal, a table that is drawn anew, what changed last on top; otherwise a line \
            a change, with --json an object. Goes on after a broken connection, and with \
            --state-file after a restart, where it was. Ctrl-C ends it.

            EXAMPLES
              recours watch
              recours watch RC-1234-5678-90-6
              recours watch --queue
              recours watch --json --state-file watch.cursor | my-program
            """)

    @Argument(help: "Public number or identifier of one case.")
    var reference: String?

    @Flag(help: "The argument is a reference of your own.")
    var ref = false

    @Flag(help: "Your inbox; what is watched unless told.")
    var inbox = false

    @Flag(help: "The cases that wait for a mediator.")
    var queue = false

    @OptionGroup var place: InboxCommand.Place
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard [reference != nil, inbox, queue].filter(\.self).count < 2 else {
            throw ValidationError(OptionSentence.oneToWatch.text)
        }
        if reference != nil, place.after != nil || place.stateFile != nil {
            throw ValidationError(OptionSentence.placeOfList.text)
        }
    }

    func perform(_ terminal: Terminal) async throws(CommandError) -> ExitStatus {
        // It runs for days: a server that restarts is waited for.
        let client = try options.client {
            $0.readiness = .wait(atMost: .seconds(60))
            $0.watchPatience = WatchCommand.patience
        }
        let viewer = try await options.viewer(client)
        if let reference {
            let identifier = try await CaseLookup(client: client).identifier(
                CaseReference(reference, isExternal: ref))
            let screen = WatchScreen(terminal: terminal, viewer: viewer, title: reference)
            return try await screen.run(asking: { await WatchCommand.isThere(client) }) {
                () async throws(CommandError) in
                try await watch(client.cases.watch(id: identifier), screen)
            }
        }
        let cursor = try place.cursor()
        let title = (queue ? Heading.queue : Heading.inbox).text
        let screen = WatchScreen(terminal: terminal, viewer: viewer, title: title)
        return try await screen.run(asking: { await WatchCommand.isThere(client) }) {
            () async throws(CommandError) in
            if queue {
                try await watch(client.mediation.watchQueue(after: cursor), screen)
            } else {
                try await watch(client.inbox.watch(after: cursor), screen)
            }
        }
    }

    /// A screen that was left alone over night still shows what happens in the morning.
    private static let patience: Duration = .seconds(86_400)

    /// Whether the server answers; what it answers is another matter.
    private static func isThere(_ client: RecoursClient) async -> Bool {
        do throws(RecoursError) {
            _ = try await client.health.check(deadline: .seconds(5))
            return true
        } catch { return ![.unavailable, .deadlineExceeded].contains(error.code) }
    }

    private func watch(_ watch: InboxWatch, _ screen: WatchScreen) async throws(CommandError) {
        try await WatchCommand.forEach(watch) { entry throws(CommandError) in
            if let message = entry.caseFile {
                try screen.take(message, entry.kind, as: entry)
            }
            try place.keep(entry.cursor)
        }
    }

    private func watch(_ watch: QueueWatch, _ screen: WatchScreen) async throws(CommandError) {
        try await WatchCommand.forEach(watch) { change throws(CommandError) in
            if let item = change.item {
                // Without a reason it waits for no mediator any more.
                try screen.take(
                    item.caseFile, change.kind, as: change, stays: item.reason != .unspecified)
            }
            try place.keep(change.cursor)
        }
    }

    private func watch(_ watch: CaseWatch, _ screen: WatchScreen) async throws(CommandError) {
        var message: Case?
        try await WatchCommand.forEach(watch) { update throws(CommandError) in
            message = update.caseFile ?? message
            try screen.follow(update, message)
        }
    }

    /// Each element of a watch, until it ends; its failure becomes the command's.
    private static func forEach<Watch: AsyncSequence>(
        _ watch: Watch, _ body: (Watch.Element) throws(CommandError) -> Void
    ) async throws(CommandError) where Watch.Failure == RecoursError {
        var iterator = watch.makeAsyncIterator()
        while true {
            let next: Watch.Element?
            do throws(RecoursError) {
                next = try await iterator.next(isolation: nil)
            } catch { throw CommandError(error) }
            guard let next else { return }
            try body(next)
        }
    }
}
