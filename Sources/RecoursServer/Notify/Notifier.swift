// SPDX-License-Identifier: EUPL-1.2

internal import Logging
internal import Metrics
internal import RecoursCases
internal import RecoursStore

/// Tells people what the clock did, through the operator's command.
///
/// It reads the notifier's inbox like any reader: from a cursor that the store keeps. A notice is
/// behind the cursor only once it has been told, or given up, so that a restart repeats rather than
/// loses.
actor Notifier {
    /// How long one wait for a new notice lasts.
    private static let waitSeconds: Int64 = 60
    /// How often a server whose turn it is not looks whether it has come to be.
    private static let turnMilliseconds: Int64 = 1_000
    /// After a failure of the store.
    private static let storePauseMilliseconds: Int64 = 5_000

    private let store: CaseStore
    /// Nil: nobody is told, and the cursor goes along, so that a command set later doesn't begin
    /// with last year.
    private let sender: (any NotificationSender)?
    private let turn: NotificationTurn
    private let logger: Logger
    private let codec = StoreCodec()
    private let writer: NotificationWriter
    private let limits: NotificationQueue.Limits
    private let wake: AsyncStream<Void>
    private let waker: AsyncStream<Void>.Continuation
    private let start = ContinuousClock.now
    /// The cursor is kept this often at most: each time is a commit.
    private let keepMilliseconds: Int64

    private var queue: NotificationQueue
    /// The last notice read.
    private var position: UInt64 = 0
    private var kept: UInt64 = 0
    private var hasBegun = false
    /// Counts the times that it was this server's turn: what was under way in an earlier one is
    /// nothing to the present one's queue.
    private var turns = 0
    private var lastKept: Int64
    private var waiter: Task<Void, Never>?
    private var timer: Task<Void, Never>?

    private let told = Counter(label: "recours_notifications_total")
    private let failures = Counter(label: "recours_notification_failures_total")
    private let givenUp = Counter(label: "recours_notifications_given_up_total")
    private let waiting = Gauge(label: "recours_notifications_waiting")

    init(
        store: CaseStore, sender: (any NotificationSender)?,
        turn: NotificationTurn = .alone, logger: Logger,
        limits: NotificationQueue.Limits = NotificationQueue.Limits()
    ) {
        self.store = store
        self.sender = sender
        self.turn = turn
        self.logger = logger
        writer = NotificationWriter(epoch: store.identity.epoch)
        self.limits = limits
        queue = NotificationQueue(cursor: 0, limits: limits)
        keepMilliseconds = sender == nil ? 60_000 : 1_000
        lastKept = -keepMilliseconds
        (wake, waker) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    }

    /// Tells until the task is cancelled or the store has closed.
    func run() async {
        // With others there, whoever has nothing to tell with leaves the cursor to them.
        if turn.isShared, sender == nil { return }
        waker.yield()
        for await _ in wake {
            guard turn.isOurs() else {
                hasBegun = false
                wakeUp(in: Self.turnMilliseconds)
                continue
            }
            do throws(StoreError) {
                try await begin()
                try await read()
                await tell()
                try await keepCursor()
                schedule()
            } catch {
                if error.code == .closed || error.code == .outcomeUnknown { break }
                logger.warning("notifications wait", metadata: ["error": "\(error)"])
                wakeUp(in: Self.storePauseMilliseconds)
            }
        }
        waiter?.cancel()
        timer?.cancel()
        // What is not kept is told again; the store may be closed already.
        try? await keepCursor(atOnce: true)
    }

    // MARK: Steps

    /// Goes on from the last notice that was settled.
    private func begin() async throws(StoreError) {
        guard !hasBegun else { return }
        if let mark = try await store.marks()[.notified] {
            kept = UInt64(clamping: mark)
        } else if turn.isShared {
            // The first that can tell at all does not begin with the past.
            kept = try await store.lastNotice()
            try await store.raise([.notified: Int64(clamping: kept)])
        }
        turns += 1
        queue = NotificationQueue(cursor: kept, limits: limits)
        position = kept
        hasBegun = true
    }

    private func read() async throws(StoreError) {
        guard sender != nil else {
            position = try await store.lastNotice()
            queue.add([], at: position)
            return
        }
        while queue.room > 0 {
            let notices = try await store.notices(after: position, limit: min(queue.room, 256))
            if notices.isEmpty { break }
            for notice in notices {
                queue.add(notifications(of: notice), at: notice.position)
                position = notice.position
            }
        }
        waiting.record(queue.waitingCount)
    }

    private func notifications(of notice: StoredNotice) -> [Notification] {
        guard let content = notice.content,
            let event = try? codec.decodeEvent(content.event),
            let caseFile = try? codec.decode(content.caseFile.snapshot)
        else {
            logger.error(
                "a notice is damaged and told to nobody",
                metadata: ["position": "\(notice.position)"])
            return []
        }
        return writer.notifications(of: event, in: caseFile, at: notice.position)
    }

    private func tell() async {
        guard let sender else { return }
        for attempt in queue.attempts(at: now) {
            Task { [store, turns] in
                var notification = attempt.notification
                notification.name = await Self.name(of: notification.recipient, in: store)
                let failure = await sender.send(notification)
                self.end(attempt, failure, of: turns)
            }
        }
    }

    private func end(_ attempt: NotificationQueue.Attempt, _ failure: String?, of turn: Int) {
        guard turn == turns else { return }
        let ending = queue.end(
            attempt.notification.recipient, told: failure == nil, at: now)
        var fields: Logger.Metadata = [
            "notification": "\(attempt.notification.identifier)",
            "attempt": "\(attempt.number)",
        ]
        if let failure {
            fields["error"] = "\(failure)"
            failures.increment()
        }
        switch ending {
        case .told, nil: told.increment()
        case .again(let milliseconds):
            fields["againInSeconds"] = "\(milliseconds / 1_000)"
            logger.warning("a notification was not told", metadata: fields)
        case .givenUp:
            givenUp.increment()
            logger.error("a notification is given up", metadata: fields)
        }
        waker.yield()
    }

    private func keepCursor(atOnce: Bool = false) async throws(StoreError) {
        let cursor = queue.cursor
        guard hasBegun, cursor > kept, atOnce || now - lastKept >= keepMilliseconds else { return }
        try await store.raise([.notified: Int64(clamping: cursor)])
        kept = cursor
        lastKept = now
    }

    // MARK: Waiting

    private var now: Int64 { (ContinuousClock.now - start).milliseconds }

    private func schedule() {
        var wait: Int64?
        if let next = queue.nextAttempt(after: now), sender != nil { wait = max(0, next - now) }
        if queue.cursor > kept { wait = min(wait ?? .max, keepMilliseconds) }
        if let wait { wakeUp(in: wait) }
        guard waiter == nil, queue.room > 0 else { return }
        let position = position
        waiter = Task { [store] in
            do throws(StoreError) {
                _ = try await store.waitForNotice(
                    after: position, until: .now + .seconds(Self.waitSeconds))
            } catch {
                // The read that follows meets what ails the store, and tells it.
                try? await Task.sleep(for: .milliseconds(Self.storePauseMilliseconds))
            }
            self.waiterEnded()
        }
    }

    private func waiterEnded() {
        waiter = nil
        waker.yield()
    }

    private func wakeUp(in milliseconds: Int64) {
        timer?.cancel()
        timer = Task { [waker] in
            try? await Task.sleep(for: .milliseconds(milliseconds))
            if !Task.isCancelled { waker.yield() }
        }
    }

    private static func name(
        of recipient: Notification.Recipient, in store: CaseStore
    ) async -> String {
        guard !recipient.slug.isEmpty, let kind = PartnerKind(name: recipient.kind) else {
            return ""
        }
        let reference = PartnerReference(kind: kind, slug: recipient.slug)
        // The name is a courtesy: without it the slug still says who is meant.
        return (try? await store.partner(reference))?.name ?? ""
    }
}

extension Duration {
    fileprivate var milliseconds: Int64 {
        components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000
    }
}
