// SPDX-License-Identifier: EUPL-1.2

import NIOCore
import Testing

@testable import RecoursWire

@Suite("Flow windows")
struct FlowWindowTests {
    @Test("Credit is returned at half a window, or at once when it is urgent")
    func half() {
        var window = ReceiveWindow(bytes: 100)
        #expect(window.receive(60) == true)
        window.owe(49)
        #expect(window.takeGrant() == nil)
        #expect(window.takeGrant(urgent: true) == 49)
        #expect(window.remaining == 89)
        window.owe(11)
        #expect(window.takeGrant() == nil)
        #expect(window.takeGrant(urgent: true) == 11)
        #expect(window.remaining == 100)
        #expect(window.takeGrant(urgent: true) == nil)
        #expect(window.receive(100) == true)
        window.owe(50)
        #expect(window.takeGrant() == 50)
    }

    @Test("One byte more than the credit is refused and changes nothing")
    func overrun() {
        var window = ReceiveWindow(bytes: 10)
        #expect(window.receive(11) == false)
        #expect(window.remaining == 10)
        #expect(window.receive(10) == true)
        #expect(window.receive(1) == false)
    }

    @Test("A send window never passes 2^31 - 1")
    func maximum() {
        var window = SendWindow(bytes: 10)
        #expect(window.grant(0x7FFF_FFFF - 9) == false)
        #expect(window.available == 10)
        #expect(window.grant(0x7FFF_FFFF - 10) == true)
        #expect(window.grant(1) == false)
    }
}

@Suite("Rate budget")
struct RateBudgetTests {
    @Test("200 at once are fine, then one each 150 ms, and all again after the period")
    func budget() {
        var budget = RateBudget(count: 200, periodMilliseconds: 30_000)
        for _ in 0..<200 {
            #expect(budget.spend(now: .at(1_000)) == true)
        }
        #expect(budget.spend(now: .at(1_000)) == false)
        #expect(budget.spend(now: .at(1_149)) == false)
        #expect(budget.spend(now: .at(1_150)) == true)
        #expect(budget.spend(now: .at(1_150)) == false)
        for _ in 0..<200 {
            #expect(budget.spend(now: .at(60_000)) == true)
        }
        #expect(budget.spend(now: .at(60_000)) == false)
    }
}

@Suite("Fragment gauge")
struct FragmentGaugeTests {
    @Test("A thousand tiny fragments pass, the next must bring the average to 64 bytes")
    func gauge() {
        var gauge = FragmentGauge(freeFragments: 1_000, minAverageBytes: 64)
        for _ in 0..<1_000 {
            #expect(gauge.note(1) == true)
        }
        var generous = gauge
        #expect(gauge.note(1) == false)
        #expect(generous.note(1_001 * 64 - 1_000) == true)
    }
}

@Suite("Ping tracker")
struct PingTrackerTests {
    @Test("An answer gives its own round trip and settles the earlier ones")
    func order() {
        var pings = PingTracker()
        #expect(pings.send(now: .at(0)) == 1)
        #expect(pings.send(now: .at(5)) == 2)
        #expect(pings.send(now: .at(6)) == 3)
        #expect(pings.oldest == .at(0))
        #expect(
            pings.acknowledge(2, now: .at(9))
                == PingAnswer(number: 2, roundTripNanoseconds: 4_000_000))
        #expect(pings.oldest == .at(6))
        #expect(pings.acknowledge(2, now: .at(9)) == nil)
        #expect(pings.acknowledge(4, now: .at(9)) == nil)
        #expect(pings.acknowledge(.max, now: .at(9)) == nil)
        #expect(pings.acknowledge(3, now: .at(9)) != nil)
        #expect(pings.oldest == nil)
    }

    @Test("No more than eight are out")
    func bound() {
        var pings = PingTracker()
        for number in 1...8 {
            #expect(pings.send(now: .at(0)) == UInt64(number))
        }
        #expect(pings.send(now: .at(0)) == nil)
    }
}

@Suite("Call table")
struct CallTableTests {
    @Test("It finds what a dictionary finds, also for numbers chosen to collide", arguments: 0..<40)
    func model(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var table = CallTable<ServerCallState>()
        var model: [UInt32: MonotonicInstant] = [:]
        // Steps of 2 are what clients do; larger powers of two all fall on one place.
        let step = UInt32(2) << UInt32.random(in: 0...7, using: &generator)
        for turn in 0..<400 {
            if Bool.random(using: &generator), model.count < 100 {
                let number = 1 + step * UInt32(turn)
                let deadline = MonotonicInstant.at(UInt64(turn))
                _ = table.insert(
                    CallRecord(number: number, deadline: deadline, sendCredit: 1, receiveCredit: 1))
                model[number] = deadline
            } else if let number = model.keys.sorted().randomElement(using: &generator) {
                model[number] = nil
                table.find(number).map { table.remove(at: $0) }
            }
            #expect(table.count == model.count)
        }
        #expect(table.callNumbers() == model.keys.sorted())
        for (number, deadline) in model {
            #expect(table.find(number).map { table[$0].deadline } == deadline)
        }
        #expect(table.find(0) == nil)
        #expect(table.find(2) == nil)
    }
}

@Suite("Metadata limits")
struct MetadataLimitsTests {
    @Test(
        "Keys and values outside their limits are refused",
        arguments: [
            ("a", 0, true), ("a-b_c.9", 4_096, true), ("", 1, false), ("A", 1, false),
            ("a b", 1, false), ("é", 1, false), (String(repeating: "k", count: 64), 1, true),
            (String(repeating: "k", count: 65), 1, false), ("a", 4_097, false),
        ])
    func entry(key: String, valueByteCount: Int, isAllowed: Bool) {
        let entry = metadataEntry(key, valueByteCount)
        #expect(ConnectionLimits().allows([entry]) == isAllowed)
    }

    @Test("At most 64 entries and 8,192 bytes in all")
    func totals() {
        let limits = ConnectionLimits()
        #expect(limits.allows(Array(repeating: metadataEntry("k", 1), count: 64)))
        #expect(!limits.allows(Array(repeating: metadataEntry("k", 1), count: 65)))
        #expect(limits.allows(Array(repeating: metadataEntry("k", 4_095), count: 2)))
        #expect(!limits.allows(Array(repeating: metadataEntry("k", 4_096), count: 2)))
    }
}
