// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import Testing

@testable import RecoursStore

@Suite("Turns, and what comes to its turn too late")
struct LaneTests {
    private static let one = actor("one")
    private static let other = actor("other")

    private static func actor(_ slug: String) -> Actor {
        .partner(PartnerReference(kind: .association, slug: slug))
    }

    private static func at(_ milliseconds: UInt64) -> Uptime {
        Uptime(nanoseconds: milliseconds * 1_000_000)
    }

    /// Lanes that have room for all, and take at set times.
    private struct Scene {
        var lanes = Lanes<String>(
            whole: WorkAmount(count: 10_000, bytes: .max),
            lane: WorkAmount(count: 10_000, bytes: .max),
            patience: Patience(interactive: .milliseconds(500), bulk: .milliseconds(500)))

        mutating func add(
            _ element: String, of actor: Actor, isBulk: Bool = false, at now: UInt64,
            until deadline: Uptime = .never
        ) {
            let fits = lanes.append(
                element, bytes: 0, for: Claim(actor: actor, isBulk: isBulk), at: LaneTests.at(now),
                until: deadline)
            #expect(fits)
        }

        mutating func take(_ count: Int, at now: UInt64, end: UInt64? = nil) -> Lanes<String>.Taken
        {
            lanes.take(
                WorkAmount(count: count, bytes: .max), bulk: .max, at: LaneTests.at(now),
                end: LaneTests.at(end ?? now))
        }
    }

    @Test("What cannot be done before its deadline is dropped, and takes nobody's place")
    func deadlines() {
        var scene = Scene()
        scene.add("over", of: Self.one, at: 0, until: Self.at(9))
        scene.add("too soon", of: Self.one, at: 0, until: Self.at(14))
        scene.add("in time", of: Self.one, at: 0, until: Self.at(16))
        scene.add("without", of: Self.one, at: 0)
        let taken = scene.take(2, at: 10, end: 15)
        #expect(taken.inOrderOfArrival() == ["in time", "without"])
        #expect(taken.dropped.map(\.element) == ["over", "too soon"])
        #expect(taken.dropped.allSatisfy { $0.reason == .overdue })
        #expect(scene.lanes.held.count == 0)
    }

    @Test("What waited for long batches is done, however long they were")
    func longBatches() {
        var scene = Scene()
        for number in 1...60 { scene.add("\(number)", of: Self.one, at: 0) }
        for turn: UInt64 in 1...3 {
            let taken = scene.take(20, at: turn * 5_000)
            #expect(taken.dropped.isEmpty)
            #expect(taken.inOrderOfArrival().count == 20)
        }
    }

    @Test("A lane that always has more loses what waited too long; its neighbour loses nothing")
    func standing() {
        var scene = Scene()
        for number in 1...20 { scene.add("old \(number)", of: Self.one, at: 0) }
        for turn: UInt64 in 1...3 { #expect(scene.take(2, at: 10 * turn).dropped.isEmpty) }
        scene.add("new", of: Self.one, at: 400)
        // It waits as long, but its lane was empty until then.
        scene.add("rare", of: Self.other, at: 5)
        #expect(scene.take(2, at: 509).dropped.isEmpty)
        let taken = scene.take(16, at: 510)
        #expect(taken.dropped.count == 12)
        #expect(taken.dropped.allSatisfy { $0.reason == .stale })
        #expect(taken.inOrderOfArrival() == ["new", "rare"])
    }

    @Test("What is of no class with patience is never given up")
    func endless() {
        var lanes = Lanes<Int>(
            whole: WorkAmount(count: 100, bytes: .max), lane: WorkAmount(count: 100, bytes: .max),
            patience: Patience(interactive: .milliseconds(1)))
        for claim in [Claim.own, Claim(actor: Self.one, isBulk: true)] {
            for number in 1...3 {
                _ = lanes.append(
                    number, bytes: 0, for: claim, at: Self.at(0), until: Self.at(1))
            }
        }
        let most = WorkAmount(count: 2, bytes: .max)
        for turn: UInt64 in 1...3 {
            let taken = lanes.take(most, bulk: .max, at: Self.at(turn * 9_000), end: .never)
            #expect(taken.dropped.isEmpty)
        }
        #expect(lanes.held.count == 0)
    }

    @Test("A class is crowded for whoever has its part of the room, and for nobody else")
    func crowded() {
        var scene = Scene()
        for number in 1...60 { scene.add("\(number)", of: Self.one, at: 0) }
        let mine = Claim(actor: Self.one, isBulk: false)
        let others = Claim(actor: Self.other, isBulk: false)
        #expect(!scene.lanes.isCrowded(mine, at: 64))
        for number in 1...4 { scene.add("\(number)", of: Self.other, at: 0) }
        #expect(scene.lanes.isCrowded(mine, at: 64))
        #expect(!scene.lanes.isCrowded(others, at: 64))
        #expect(
            !scene.lanes.isCrowded(Claim(actor: Self.actor("third"), isBulk: false), at: 64))
        _ = scene.take(1_000, at: 1)
        #expect(!scene.lanes.isCrowded(mine, at: 64))
    }

    @Test("Taken one by one, each class has its eighths of the turns")
    func eighths() {
        var scene = Scene()
        for number in 1...40 {
            scene.add("single", of: Self.one, at: 0)
            scene.add("bulk", of: Self.other, isBulk: true, at: 0)
            _ = scene.lanes.append(
                "clock \(number)", bytes: 0, for: .own, at: Self.at(0), until: .never)
        }
        let taken = (0..<8).map { _ in scene.take(1, at: 1).inOrderOfArrival().joined() }
        #expect(taken.count { $0 == "single" } == 5)
        #expect(taken.count { $0 == "bulk" } == 2)
        #expect(taken.count { $0.hasPrefix("clock") } == 1)
    }

    @Test("A lane whose work took long waits until the others have had as much")
    func charged() {
        var scene = Scene()
        for number in 1...40 { scene.add("one \(number)", of: Self.one, at: 0) }
        for number in 1...40 { scene.add("other \(number)", of: Self.other, at: 0) }
        var served = [0, 0]
        for _ in 0..<22 {
            guard let taken = scene.take(1, at: 1).inOrderOfArrival().first else { break }
            let isOne = taken.hasPrefix("one")
            served[isOne ? 0 : 1] += 1
            // The one's work takes ten times as long.
            let actor = isOne ? Self.one : Self.other
            scene.lanes.charge(Claim(actor: actor, isBulk: false), bytes: isOne ? 160_000 : 16_000)
        }
        #expect(served[1] >= 6 * served[0])
    }
}
