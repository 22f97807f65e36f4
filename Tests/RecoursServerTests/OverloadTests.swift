// SPDX-License-Identifier: EUPL-1.2

import Dispatch
import Glibc
import Logging
import RecoursCases
import RecoursMessages
import RecoursStore
import RecoursWire
import Testing

@testable import RecoursServer

@Suite("Too much to do, and too little memory", .timeLimit(.minutes(1)))
struct OverloadTests {
    private static let peer = Peer(
        PartnerRecord(
            number: PartnerNumber(1), reference: PartnerReference(kind: .association, slug: "a"),
            name: "A", siren: "", keys: [], createdAt: Instant(millisecondsSince1970: 0)),
        key: RecoursStore.BoundKey(
            spkiSHA256: [], notAfter: Instant(millisecondsSince1970: 0), instance: "main"),
        certificateNotAfter: Instant(millisecondsSince1970: 0), connection: 1,
        load: PartnerLoad(limits: ServiceLimits()))

    @Test("Every method that is not normal is the protocol's; what the law counts is critical")
    func classes() {
        let methods = AuthorityTests.methods.map(\.fullName)
        for name in CallClass.table.keys { #expect(methods.contains(name), "\(name)") }
        for name in ["CaseService/SubmitCase", "InboxService/AcknowledgeCases"] {
            #expect(CallClass(of: "recours.v1.\(name)") == .critical)
        }
        #expect(CallClass(of: "recours.v1.CaseService/GetCase") == .normal)
        #expect(CallClass(of: "recours.v1.CaseService/ListCases") == .sheddable)
        #expect(CallClass(of: "recours.v1.CaseService/SubmitCases") == .paced)
    }

    @Test("Short of memory, what can wait is refused with a time to come again, and nothing else")
    func sheddable() throws {
        let store = try CaseStore(
            backend: MemoryBackend(), codec: StoreCodec(), onPoison: { _ in })
        let pressure = MemoryPressure()
        let shedder = LoadShedder(store: store, pressure: pressure)
        for each in CallClass.allCases { try shedder.check(each, of: Self.peer) }
        #expect(pressure.note(usedBytes: 850, of: 1_000) == .stopsCatchUp)
        for each in CallClass.allCases where each != .sheddable {
            try shedder.check(each, of: Self.peer)
        }
        let refusal = #expect(throws: RPCStatus.self) {
            try shedder.check(.sheddable, of: Self.peer)
        }
        #expect(refusal?.code == .resourceExhausted)
        #expect(refusal?.reason == "OVERLOADED")
        let hasTime = refusal?.details.contains { detail in
            if case .retryInfo(let info) = detail.kind { info.retryAfterMs > 0 } else { false }
        }
        #expect(hasTime == true)
        #expect(pressure.note(usedBytes: 500, of: 1_000) == .none)
        try shedder.check(.sheddable, of: Self.peer)
        store.close()
    }

    @Test("Each mark of memory is left only well below it")
    func marks() {
        let pressure = MemoryPressure()
        let steps: [(used: UInt64, level: MemoryPressure.Level)] = [
            (84, .none), (85, .stopsCatchUp), (83, .stopsCatchUp), (82, .none),
            (84, .none), (92, .refusesConnections), (91, .refusesConnections),
            (97, .closesConnections), (95, .closesConnections), (94, .refusesConnections),
            (89, .stopsCatchUp), (99, .closesConnections), (10, .none),
        ]
        for (used, level) in steps {
            #expect(pressure.note(usedBytes: used, of: 100) == level, "at \(used) %")
            #expect(pressure.level == level)
        }
    }

    @Test("The memory that is used lies between nothing and what there may be")
    func gauge() {
        let gauge = MemoryGauge(limitBytes: 0)
        #expect(MemoryGauge.usedBytes() > 1 << 20)
        #expect(MemoryGauge.usedBytes() < gauge.limitBytes)
        #expect(MemoryGauge(limitBytes: 1 << 20).limitBytes == 1 << 20)
    }

    @Test("An event loop that stands still is noticed, also while it does; one that runs is not")
    func loops() async {
        let still = DispatchQueue(label: "still")
        let running = DispatchQueue(label: "running")
        let lines = LogLines()
        let watch = LoopWatch(
            loops: [still, running].map { queue in { work in queue.async(execute: work) } },
            logger: lines.logger)
        let watching = Task { await watch.run() }
        still.async { usleep(400_000) }
        while watch.blockedCount == 0 { await Task.yield() }
        watching.cancel()
        await watching.value
        #expect(watch.blockedCount == 1)
        let held = lines.all.filter { $0.hasPrefix("warning an event loop was held up") }
        #expect(held.count == 1)
        #expect(held.first?.contains("over=false") == true)
    }

    @Test("What happens often is told once in an interval, with how often it was")
    func telling() {
        let tale = TellTale(every: .seconds(1))
        func at(_ milliseconds: UInt64) -> Uptime { Uptime(nanoseconds: milliseconds * 1_000_000) }
        #expect(tale.countToTell(at: at(1_000)) == 1)
        for _ in 0..<9 { #expect(tale.countToTell(at: at(1_999)) == nil) }
        #expect(tale.countToTell(at: at(2_000)) == 10)
    }
}
