// SPDX-License-Identifier: EUPL-1.2

/// What waits to be told, to whom, and when to try again. It decides; `Notifier` performs.
///
/// Each recipient is told in order, and recipients do not wait for each other. Time is an argument:
/// milliseconds of any clock that never goes back.
struct NotificationQueue: Sendable {
    struct Limits: Sendable, Equatable {
        /// Runs of the operator's command at one time: enough that a slow one holds up few, and no
        /// burden on a small machine.
        var atOnce = 4
        /// Notices held in memory. One recipient that can't be reached holds back the cursor, and
        /// the others may be so far ahead of it.
        var held = 4_096
        var firstPauseMilliseconds: Int64 = 1_000
        var longestPauseMilliseconds: Int64 = 3_600_000
        /// After a day without success a notification is given up.
        var patienceMilliseconds: Int64 = 86_400_000
    }

    /// An order to tell.
    struct Attempt: Sendable, Equatable {
        let notification: Notification
        /// 1 for the first.
        let number: Int
    }

    enum Ending: Sendable, Equatable {
        case told
        /// It is tried again after a pause.
        case again(afterMilliseconds: Int64)
        case givenUp(attempts: Int)
    }

    private struct Waiting {
        let position: UInt64
        let notification: Notification
        var attempts = 0
        var firstAt: Int64 = 0
        var notBefore: Int64 = 0
    }

    private struct Line {
        /// The first is the one that is, or will next be, told.
        var waiting: [Waiting] = []
        var isBusy = false
    }

    private let limits: Limits
    private var lines: [Notification.Recipient: Line] = [:]
    /// Recipients in the order in which they are looked at; who was served goes to the end.
    private var order: [Notification.Recipient] = []
    private var busy = 0
    /// How many of a notice's notifications are not told yet, by the notice's position.
    private var left: [UInt64: Int] = [:]
    private var newest: UInt64

    /// - Parameter cursor: the last notice that is settled.
    init(cursor: UInt64, limits: Limits = Limits()) {
        newest = cursor
        self.limits = limits
    }

    /// Every notice up to this one is settled: told, or given up.
    var cursor: UInt64 { left.keys.min().map { $0 - 1 } ?? newest }

    /// How many more notices may be added.
    var room: Int { max(0, limits.held - left.count) }

    /// Notifications not told yet.
    var waitingCount: Int { left.values.reduce(0, +) }

    /// Takes a notice with what is to be told of it; nothing to tell settles it at once.
    mutating func add(_ notifications: [Notification], at position: UInt64) {
        newest = max(newest, position)
        guard !notifications.isEmpty else { return }
        left[position] = notifications.count
        for notification in notifications {
            if lines[notification.recipient] == nil {
                lines[notification.recipient] = Line()
                order.append(notification.recipient)
            }
            lines[notification.recipient]?.waiting.append(
                Waiting(position: position, notification: notification))
        }
    }

    /// What is to be told now; each is answered with `end`.
    mutating func attempts(at now: Int64) -> [Attempt] {
        var attempts: [Attempt] = []
        for recipient in order {
            guard busy < limits.atOnce else { break }
            guard var line = lines[recipient], !line.isBusy, var first = line.waiting.first,
                first.notBefore <= now
            else { continue }
            if first.attempts == 0 { first.firstAt = now }
            first.attempts += 1
            line.waiting[0] = first
            line.isBusy = true
            lines[recipient] = line
            busy += 1
            attempts.append(Attempt(notification: first.notification, number: first.attempts))
        }
        return attempts
    }

    /// Takes the end of an attempt for this recipient.
    mutating func end(
        _ recipient: Notification.Recipient, told: Bool, at now: Int64
    ) -> Ending? {
        guard var line = lines[recipient], line.isBusy, var first = line.waiting.first else {
            return nil
        }
        line.isBusy = false
        busy -= 1
        let ending: Ending
        if told {
            ending = .told
        } else if now - first.firstAt >= limits.patienceMilliseconds {
            ending = .givenUp(attempts: first.attempts)
        } else {
            let doublings = min(first.attempts - 1, 30)
            let pause = min(
                limits.firstPauseMilliseconds << doublings, limits.longestPauseMilliseconds)
            first.notBefore = now + pause
            line.waiting[0] = first
            ending = .again(afterMilliseconds: pause)
        }
        if case .again = ending {
            lines[recipient] = line
        } else {
            line.waiting.removeFirst()
            settle(first.position)
            lines[recipient] = line.waiting.isEmpty ? nil : line
        }
        order.removeAll { $0 == recipient }
        if lines[recipient] != nil { order.append(recipient) }
        return ending
    }

    /// When there is next something to tell; nil if nothing waits for a time.
    func nextAttempt(after now: Int64) -> Int64? {
        guard busy < limits.atOnce else { return nil }
        return lines.values.lazy.filter { !$0.isBusy }.compactMap { $0.waiting.first?.notBefore }
            .min()
    }

    private mutating func settle(_ position: UInt64) {
        guard let count = left[position] else { return }
        left[position] = count > 1 ? count - 1 : nil
    }
}
