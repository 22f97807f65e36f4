// SPDX-License-Identifier: EUPL-1.2

internal import Metrics
internal import RecoursStore
internal import RecoursWire
internal import Synchronization

/// Says of a call whether it is better refused at once, before anything is done for it: because its
/// answer would come too late, or because what it asks for gives way to what matters more.
///
/// Nothing is counted a second: what decides is how long work waits.
final class LoadShedder: Sendable {
    /// What can wait is refused for so long after the last command that could not be taken.
    private static var calmNanoseconds: UInt64 { 1_000_000_000 }

    private let store: CaseStore
    private let pressure: MemoryPressure
    private let crowdedUntil = Atomic<UInt64>(0)
    /// Made once: a refusal must cost little, for there are many when it matters.
    private let refusal = RPCStatus(.store(.tooMuch))
    private let refused: [CallClass: Counter]

    init(store: CaseStore, pressure: MemoryPressure) {
        self.store = store
        self.pressure = pressure
        let counters = CallClass.allCases.map { each in
            Counter(label: "recours_calls_shed_total", dimensions: [("class", each.rawValue)])
        }
        refused = Dictionary(uniqueKeysWithValues: zip(CallClass.allCases, counters))
    }

    /// Throws RESOURCE_EXHAUSTED for a call that is to be refused.
    func check(_ class: CallClass, of peer: Peer) throws(RPCStatus) {
        guard mustRefuse(`class`, of: peer) else { return }
        refused[`class`]?.increment()
        throw refusal
    }

    private func mustRefuse(_ class: CallClass, of peer: Peer) -> Bool {
        switch `class` {
        case .normal, .paced: return false
        case .critical:
            guard store.isCrowded(for: peer.reference) else { return false }
            crowdedUntil.store(
                Uptime.now.nanoseconds + Self.calmNanoseconds, ordering: .relaxed)
            return true
        case .sheddable: return isBusy
        }
    }

    /// Whether what can wait has to.
    var isBusy: Bool {
        if pressure.level >= .stopsCatchUp { return true }
        let until = crowdedUntil.load(ordering: .relaxed)
        return until > 0 && Uptime.now.nanoseconds < until
    }
}
