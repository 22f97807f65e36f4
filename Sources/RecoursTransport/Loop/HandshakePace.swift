// SPDX-License-Identifier: EUPL-1.2

internal import DequeModule
internal import Glibc
internal import NIOCore

/// How much of one loop's thread handshakes may have. As long as calls keep the thread busy, that
/// is a small part of it; otherwise all they want, so that partners come back quickly after a
/// restart.
struct HandshakeBudget {
    /// Of the thread's time, 1...100.
    let percent: UInt64
    /// Whether calls keep the thread busy is decided from so long to so long.
    static let windowNanoseconds: UInt64 = 50_000_000
    /// They do when they take one part in so many of its time.
    private static let busyPart: UInt64 = 4

    private var windowBegan: UInt64
    /// The thread's own time, as the window began.
    private var usedBefore: UInt64
    private var spentInWindow: UInt64 = 0
    private(set) var isBusy = false

    /// - Parameters:
    ///   - now: the monotonic clock.
    ///   - used: what the thread has used of a processor since it began.
    init(percent: Int, now: UInt64, used: UInt64) {
        self.percent = UInt64(min(100, max(1, percent)))
        windowBegan = now
        usedBefore = used
    }

    /// How long handshakes must rest after they have `spent` so much, all in nanoseconds.
    mutating func rest(after spent: UInt64, now: UInt64, used: UInt64) -> UInt64 {
        spentInWindow += spent
        let wall = now &- windowBegan
        if wall >= Self.windowNanoseconds {
            let others = used &- usedBefore
            isBusy = others > spentInWindow && (others - spentInWindow) * Self.busyPart >= wall
            windowBegan = now
            usedBefore = used
            spentInWindow = 0
        }
        return isBusy ? spent * (100 - percent) / percent : 0
    }
}

/// Takes the steps of handshakes on one loop, one between two looks at its sockets, and no more of
/// them than the budget allows. Belongs to the loop.
final class HandshakePace {
    private var budget: HandshakeBudget?
    private var waiting: Deque<() -> Void> = []
    /// A task will go on with what is waiting.
    private var isResting = false

    /// Takes a step, now or later. What a handshake is about to do is its own to know: a step of
    /// one that has failed meanwhile does nothing.
    func take(_ step: @escaping () -> Void, percent: Int, on eventLoop: any EventLoop) {
        waiting.append(step)
        if budget == nil {
            budget = HandshakeBudget(percent: percent, now: Self.now, used: Self.used)
        }
        if !isResting { goOn(eventLoop) }
    }

    private func goOn(_ eventLoop: any EventLoop) {
        guard let step = waiting.popFirst() else { return }
        let before = Self.used
        step()
        let after = Self.used
        let rest = budget?.rest(after: after &- before, now: Self.now, used: after) ?? 0
        guard rest > 0 || !waiting.isEmpty else { return }
        isResting = true
        let bound = NIOLoopBound(self, eventLoop: eventLoop)
        eventLoop.scheduleTask(in: .nanoseconds(Int64(clamping: rest))) {
            bound.value.isResting = false
            bound.value.goOn(eventLoop)
        }
    }

    private static var now: UInt64 { NIODeadline.now().uptimeNanoseconds }

    /// What this thread has used of a processor.
    private static var used: UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}
