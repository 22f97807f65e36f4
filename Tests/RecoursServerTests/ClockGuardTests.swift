// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import Synchronization
import Testing

@testable import RecoursServer

@Suite("The guard of the machine's clock")
struct ClockGuardTests {
    private static let hour: Int64 = 3_600_000
    /// An instant in 2026.
    private static let wall: Int64 = 1_790_000_000_000

    /// A reading so long after boot, with the wall clock off by so much.
    private func reading(at boot: Int64, ahead: Int64 = 0) -> ClockReading {
        ClockReading(
            wall: Instant(millisecondsSince1970: Self.wall + boot + ahead),
            sinceBootMilliseconds: boot)
    }

    private func started() -> ClockGuard {
        ClockGuard(reading(at: 0), notBefore: Instant(millisecondsSince1970: 0))
    }

    private func time(_ guardian: ClockGuard, at boot: Int64) -> Int64 {
        guardian.time(sinceBootMilliseconds: boot).millisecondsSince1970 - Self.wall
    }

    @Test("Small corrections are followed at once, either way, and never add up to a leap")
    func corrections() {
        var guardian = started()
        for step in Int64(1)...100 {
            let ahead = step * 1_800_000
            #expect(guardian.observe(reading(at: step * 1_000, ahead: ahead)) == .steady)
            #expect(time(guardian, at: step * 1_000) == step * 1_000 + ahead)
        }
        #expect(guardian.observe(reading(at: 200_000, ahead: 177_000_000)) == .steady)
        #expect(time(guardian, at: 200_000) == 177_200_000)
        #expect(!guardian.isHolding)
    }

    @Test("A leap ahead is told once and not followed; the clock is followed when it is back")
    func leapAndReturn() {
        var guardian = started()
        let leap = 30 * 24 * Self.hour
        #expect(
            guardian.observe(reading(at: 1_000, ahead: leap)) == .leapt(byMilliseconds: leap))
        #expect(guardian.isHolding)
        for boot in stride(from: Int64(2_000), to: 600_000, by: 2_000) {
            #expect(
                guardian.observe(reading(at: boot, ahead: leap))
                    == .waiting(byMilliseconds: leap))
            #expect(time(guardian, at: boot) == boot)
        }
        #expect(guardian.observe(reading(at: 600_500, ahead: 40)) == .returned)
        #expect(!guardian.isHolding)
        #expect(time(guardian, at: 600_500) == 600_540)
    }

    @Test("A leap ahead that has lasted ten minutes is believed")
    func patience() {
        var guardian = started()
        let leap = 2 * Self.hour
        _ = guardian.observe(reading(at: 1_000, ahead: leap))
        #expect(
            guardian.observe(reading(at: 600_999, ahead: leap))
                == .waiting(byMilliseconds: leap))
        #expect(
            guardian.observe(reading(at: 601_000, ahead: leap))
                == .accepted(byMilliseconds: leap))
        #expect(time(guardian, at: 601_000) == 601_000 + leap)
        #expect(guardian.observe(reading(at: 602_000, ahead: leap)) == .steady)
    }

    @Test("A leap back is never followed: time goes on as it went")
    func leapBack() {
        var guardian = started()
        let leap = -2 * Self.hour
        #expect(
            guardian.observe(reading(at: 1_000, ahead: leap)) == .leapt(byMilliseconds: leap))
        #expect(
            guardian.observe(reading(at: 86_400_000, ahead: leap))
                == .waiting(byMilliseconds: leap))
        #expect(time(guardian, at: 86_400_000) == 86_400_000)
    }

    @Test("A machine that slept or whose server was stopped has not leapt")
    func sleep() {
        var guardian = started()
        #expect(guardian.observe(reading(at: 90 * 24 * Self.hour)) == .steady)
    }

    @Test("A clock set back while the server was away leaves time where it was, and going")
    func setBackMeanwhile() {
        let recorded = Instant(millisecondsSince1970: Self.wall + 5 * Self.hour)
        var guardian = ClockGuard(reading(at: 0), notBefore: recorded)
        #expect(guardian.time(sinceBootMilliseconds: 0) == recorded)
        #expect(
            guardian.observe(reading(at: 1_000))
                == .leapt(byMilliseconds: -5 * Self.hour))
        #expect(time(guardian, at: 1_000) == 5 * Self.hour + 1_000)
        // Within the hour of a correction it is followed again.
        #expect(guardian.observe(reading(at: 2_000, ahead: 4 * Self.hour)) == .returned)
    }

    @Test("The time that is recorded never goes back and does not leap with the machine")
    func recordedTime() {
        let machine = Mutex(reading(at: 0))
        let clock = WallClock(GuardedClock { machine.withLock { $0 } })
        clock.start(
            notBefore: Instant(millisecondsSince1970: Self.wall - 1), aheadMilliseconds: 0)
        #expect(clock.reading().millisecondsSince1970 == Self.wall)
        machine.withLock { $0 = reading(at: 1_000, ahead: 100 * Self.hour) }
        #expect(clock.reading().millisecondsSince1970 == Self.wall + 1_000)
        #expect(clock.observe() == .leapt(byMilliseconds: 100 * Self.hour))
        #expect(clock.isHolding)
        machine.withLock { $0 = reading(at: 2_000, ahead: -60_000) }
        #expect(clock.observe() == .returned)
        #expect(clock.reading().millisecondsSince1970 == Self.wall + 1_000)
    }

    @Test("A sandbox's time is ahead by what it was moved, and only forward")
    func sandbox() {
        let machine = Mutex(reading(at: 0))
        let clock = WallClock(GuardedClock { machine.withLock { $0 } })
        clock.start(
            notBefore: Instant(millisecondsSince1970: Self.wall + 10 * Self.hour),
            aheadMilliseconds: 9 * Self.hour)
        #expect(clock.reading().millisecondsSince1970 == Self.wall + 10 * Self.hour)
        clock.move(to: Instant(millisecondsSince1970: Self.wall + 30 * Self.hour))
        #expect(clock.reading().millisecondsSince1970 == Self.wall + 30 * Self.hour)
        #expect(clock.ahead == 30 * Self.hour)
        clock.move(to: Instant(millisecondsSince1970: Self.wall + 20 * Self.hour))
        #expect(clock.ahead == 30 * Self.hour)
    }
}
