// SPDX-License-Identifier: EUPL-1.2

internal import Testing

@testable import RecoursServer

@Suite("Permits")
struct PermitsTests {
    @Test("As many are taken as there are, and each one given back goes to a waiter")
    func counting() async {
        let permits = Permits(2)
        #expect(await permits.take())
        #expect(permits.takeNow())
        #expect(!permits.takeNow())
        async let third = permits.take()
        permits.giveBack()
        #expect(await third)
        #expect(permits.free == 0)
        permits.giveBack(2)
        #expect(permits.free == 2)
    }

    @Test("More serve who waits; of fewer, those given back are missing first")
    func resizing() async {
        let permits = Permits(1)
        #expect(permits.takeNow())
        async let second = permits.take()
        permits.resize(to: 3)
        #expect(await second)
        #expect(permits.free == 1)
        permits.resize(to: 1)
        #expect(!permits.takeNow())
        permits.giveBack()
        #expect(!permits.takeNow())
        permits.giveBack()
        #expect(permits.takeNow())
        #expect(!permits.takeNow())
    }

    @Test("A cancelled waiter gets none, and none is lost")
    func cancellation() async {
        let permits = Permits(1)
        #expect(permits.takeNow())
        let waiter = Task { await permits.take() }
        waiter.cancel()
        #expect(await waiter.value == false)
        permits.giveBack()
        #expect(permits.free == 1)
        #expect(permits.takeNow())
    }

    @Test("A thousand takers never hold more than there are")
    func contention() async {
        let permits = Permits(7)
        let granted = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<1_000 {
                group.addTask {
                    let taken = await permits.take()
                    await Task.yield()
                    permits.giveBack()
                    return taken
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(granted == 1_000)
        #expect(permits.free == 7)
    }
}
