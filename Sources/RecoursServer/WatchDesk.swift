// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursWire
internal import Synchronization

/// All watches of a server: bounded for each partner, woken together for their signs of life, and
/// ended together when the server drains. One task ticks for all, and only while there are any.
final class WatchDesk: Sendable {
    private struct State {
        var watches: [UInt64: Watch] = [:]
        var counts: [PartnerReference: Int] = [:]
        var nextNumber: UInt64 = 0
        var isDraining = false
        var isTicking = false
    }

    private let state = Mutex(State())
    private let limits: ServiceLimits

    init(limits: ServiceLimits) {
        self.limits = limits
    }

    /// Takes a place for a watch, to be given back with `close`. Throws RESOURCE_EXHAUSTED if the
    /// partner has as many as it may, UNAVAILABLE once the server drains.
    func open(for peer: Peer) throws(RPCStatus) -> Watch {
        let opened: Result<(watch: Watch, isFirst: Bool), RPCStatus> = state.withLock { state in
            if state.isDraining { return .failure(RPCStatus(.draining)) }
            let count = state.counts[peer.reference, default: 0]
            if count >= limits.watchesPerPartner {
                let fault = Fault.quota(.watches, limit: limits.watchesPerPartner)
                return .failure(RPCStatus(fault))
            }
            state.counts[peer.reference] = count + 1
            state.nextNumber += 1
            let watch = Watch(of: peer.reference, number: state.nextNumber)
            state.watches[watch.number] = watch
            defer { state.isTicking = true }
            return .success((watch, !state.isTicking))
        }
        let (watch, isFirst) = try opened.get()
        if isFirst { startTicking() }
        return watch
    }

    /// Gives a watch's place back.
    func close(_ watch: Watch) {
        state.withLock { state in
            guard state.watches.removeValue(forKey: watch.number) != nil else { return }
            let left = state.counts[watch.partner, default: 1] - 1
            state.counts[watch.partner] = left > 0 ? left : nil
        }
    }

    /// Ends all watches, and takes no more: their callers go on elsewhere.
    func drain() {
        let watches = state.withLock { state in
            state.isDraining = true
            return Array(state.watches.values)
        }
        for watch in watches { watch.signal(.draining) }
    }

    var count: Int { state.withLock { $0.watches.count } }

    /// Watches of one partner.
    func count(of partner: PartnerReference) -> Int {
        state.withLock { $0.counts[partner, default: 0] }
    }

    private func startTicking() {
        let silence = limits.watchSilence
        Task { [weak self] in
            while true {
                try? await Task.sleep(for: silence / 5)
                guard let watches = self?.watchesOrStop() else { return }
                let instant = ContinuousClock.now - silence * 4 / 5
                for watch in watches { watch.wakeIfSilent(since: instant) }
            }
        }
    }

    /// The watches there are; nil if there is none, and then nobody ticks any more.
    private func watchesOrStop() -> [Watch]? {
        state.withLock { state in
            if state.watches.isEmpty {
                state.isTicking = false
                return nil
            }
            return Array(state.watches.values)
        }
    }
}
