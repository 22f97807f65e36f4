// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
package import RecoursStore
internal import Synchronization

/// Which key is which partner's, and which connections are alive under it.
///
/// The table is immutable and replaced whole at each change. Admission and replacement exclude each
/// other, so that no connection can slip in by a key between its unbinding and the closing of the
/// connections that use it.
package final class PartnerRegistry: Sendable {
    /// Closes one connection because its key was unbound.
    package typealias Close = @Sendable () -> Void

    private struct Entry {
        let record: PartnerRecord
        let key: BoundKey
    }

    private struct Connection {
        let peer: Peer
        let close: Close
    }

    private struct State {
        var byKey: [[UInt8]: Entry] = [:]
        var partners: Set<PartnerReference> = []
        /// Outlives the records, so that a replaced record keeps its partner's counts.
        var loads: [PartnerReference: PartnerLoad] = [:]
        var connections: [UInt64: Connection] = [:]
        var nextConnection: UInt64 = 0
    }

    /// Why a peer is turned away.
    enum Rejection: Error, Equatable {
        /// No partner has this key, or the certificate names another partner than the key's.
        case unknownKey
        case tooManyConnections
    }

    private let state = Mutex(State())
    private let limits: LiveLimits
    private let quotas: QuotaTable

    package convenience init(limits: ServiceLimits) {
        self.init(limits: LiveLimits(limits), quotas: QuotaTable())
    }

    init(limits: LiveLimits, quotas: QuotaTable) {
        self.limits = limits
        self.quotas = quotas
    }

    /// Lets the partners that are known go by the limits as they are now.
    func limitsChanged() {
        let loads = state.withLock { Array($0.loads.values) }
        for load in loads { load.bulkPermits.resize(to: limits.current.bulkWindowOfOne) }
    }

    /// Takes in all partners, as the store has them at start.
    package func load(_ records: [PartnerRecord]) {
        state.withLock { state in
            state.byKey = [:]
            state.partners = Set(records.map(\.reference))
            for record in records {
                for key in record.keys {
                    state.byKey[key.spkiSHA256] = Entry(record: record, key: key)
                }
            }
        }
    }

    /// Takes in one partner as it is after a change; revokes and closes what lives on keys it lost.
    package func replace(_ record: PartnerRecord) {
        let lost: [Connection] = state.withLock { state in
            var table = state.byKey.filter { $0.value.record.reference != record.reference }
            for key in record.keys { table[key.spkiSHA256] = Entry(record: record, key: key) }
            state.byKey = table
            state.partners.insert(record.reference)
            state.loads[record.reference]?.rates.set(quotas.limits(of: record))
            let bound = Set(record.keys.map(\.spkiSHA256))
            return state.connections.values.filter {
                $0.peer.reference == record.reference && !bound.contains($0.peer.spkiSHA256)
            }
        }
        for connection in lost {
            connection.peer.revoke()
            connection.close()
        }
    }

    /// Admits a connection whose certificate names `reference`, or says why not. The connection is
    /// to be given back with `leave`.
    func admit(
        _ reference: PartnerReference, spkiSHA256: [UInt8], certificateNotAfter: Instant,
        close: @escaping Close
    ) throws(Rejection) -> Peer {
        let limits = limits.current
        let result: Result<Peer, Rejection> = state.withLock { state in
            guard let entry = state.byKey[spkiSHA256], entry.record.reference == reference else {
                return .failure(.unknownKey)
            }
            let load = state.loads[reference] ?? PartnerLoad(limits: limits)
            state.loads[reference] = load
            load.rates.set(quotas.limits(of: entry.record))
            guard load.takeConnection(atMost: limits.connectionsPerPartner) else {
                return .failure(.tooManyConnections)
            }
            state.nextConnection += 1
            let peer = Peer(
                entry.record, key: entry.key, certificateNotAfter: certificateNotAfter,
                connection: state.nextConnection, load: load)
            state.connections[peer.connection] = Connection(peer: peer, close: close)
            return .success(peer)
        }
        return try result.get()
    }

    /// Takes a closed connection out; a second time it does nothing.
    func leave(_ peer: Peer) {
        let gone = state.withLock { $0.connections.removeValue(forKey: peer.connection) }
        gone?.peer.load.releaseConnection()
    }

    /// What a partner has in use; nil if it never was here.
    func load(of reference: PartnerReference) -> PartnerLoad? {
        state.withLock { $0.loads[reference] }
    }

    /// Whether there is such a partner, with keys or without.
    func knows(_ reference: PartnerReference) -> Bool {
        state.withLock { $0.partners.contains(reference) }
    }

    var connectionCount: Int { state.withLock { $0.connections.count } }
}
