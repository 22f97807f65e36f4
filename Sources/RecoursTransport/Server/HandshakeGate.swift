// SPDX-License-Identifier: EUPL-1.2

internal import RecoursWire

/// Counts handshakes in progress, which cost before anybody is known: how many there are in all,
/// and how many and how often from one network (security.md §4.3).
struct HandshakeGate {
    struct Limits: Sendable {
        var inAll: Int
        var perNetwork: Int
        /// Sustained; so many seconds' worth may come at once.
        var perNetworkPerSecond: Int
        static let secondsAtOnce = 4
    }

    private struct Network {
        var inProgress = 0
        /// What may begin now; grows with time.
        var allowance: Double
        var countedAt: MonotonicInstant
    }

    private let limits: Limits
    private var networks: [PeerNetwork: Network] = [:]
    private(set) var inProgress = 0
    /// Networks that nothing need be remembered of are looked for when there are so many.
    private var sweepAt = 1_024

    init(limits: Limits) {
        self.limits = limits
    }

    var networkCount: Int { networks.count }

    /// Takes a place for a handshake; false if there are too many.
    mutating func begin(from origin: PeerNetwork, at now: MonotonicInstant) -> Bool {
        guard inProgress < limits.inAll else { return false }
        var network = self.network(origin, at: now)
        let isFree = network.inProgress < limits.perNetwork && network.allowance >= 1
        if isFree {
            network.inProgress += 1
            network.allowance -= 1
            inProgress += 1
        }
        networks[origin] = network
        if networks.count >= sweepAt { sweep(at: now) }
        return isFree
    }

    /// Gives the place back.
    mutating func end(from origin: PeerNetwork) {
        guard let inHere = networks[origin]?.inProgress, inHere > 0 else { return }
        networks[origin]?.inProgress = inHere - 1
        inProgress -= 1
    }

    private var fullAllowance: Double {
        Double(limits.perNetworkPerSecond * Limits.secondsAtOnce)
    }

    private func network(_ origin: PeerNetwork, at now: MonotonicInstant) -> Network {
        guard var network = networks[origin] else {
            return Network(allowance: fullAllowance, countedAt: now)
        }
        let seconds = Double(now.nanoseconds(since: network.countedAt)) / 1e9
        network.allowance = min(
            fullAllowance, network.allowance + seconds * Double(limits.perNetworkPerSecond))
        network.countedAt = now
        return network
    }

    /// Forgets networks which are as if they had never been seen. All others have begun a
    /// handshake within the last seconds, so the table stays as long as that allows.
    private mutating func sweep(at now: MonotonicInstant) {
        networks = networks.filter { origin, _ in
            let network = self.network(origin, at: now)
            return network.inProgress > 0 || network.allowance < fullAllowance
        }
        sweepAt = max(1_024, networks.count * 2)
    }
}
