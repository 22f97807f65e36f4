// SPDX-License-Identifier: EUPL-1.2

internal import Testing

@testable import recoursd

@Suite("Lifecycle")
struct LifecycleTests {
    @Test("A first signal drains and ends with 0")
    func drain() {
        var machine = LifecycleStateMachine()
        #expect(machine.receive(.terminate(signal: 15)) == .drain)
        #expect(machine.receive(.drained) == .close(exitStatus: 0))
        #expect(machine.receive(.terminate(signal: 15)) == .nothing)
    }

    @Test("A second signal ends at once, with 128 and its number", arguments: [2, 15] as [Int32])
    func second(signal: Int32) {
        var machine = LifecycleStateMachine()
        #expect(machine.receive(.terminate(signal: 15)) == .drain)
        #expect(machine.receive(.terminate(signal: signal)) == .exit(status: 128 + signal))
        #expect(machine.receive(.drained) == .nothing)
    }

    @Test("A store that fails ends the process with 74, also during a drain")
    func failure() {
        var machine = LifecycleStateMachine()
        #expect(machine.receive(.storeFailed) == .drainBriefly)
        #expect(machine.receive(.drained) == .close(exitStatus: 74))
        var draining = LifecycleStateMachine()
        #expect(draining.receive(.terminate(signal: 2)) == .drain)
        #expect(draining.receive(.storeFailed) == .nothing)
        #expect(draining.receive(.drained) == .close(exitStatus: 74))
    }

    @Test("A reload happens while serving, and not during a drain")
    func reload() {
        var machine = LifecycleStateMachine()
        #expect(machine.receive(.reload) == .reload)
        #expect(machine.receive(.drained) == .nothing)
        #expect(machine.receive(.terminate(signal: 15)) == .drain)
        #expect(machine.receive(.reload) == .nothing)
    }
}
