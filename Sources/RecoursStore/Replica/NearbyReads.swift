// SPDX-License-Identifier: EUPL-1.2

internal import Synchronization

/// Reads over a replica, on a thread of their own, and how many there were.
final class NearbyReads: Sendable {
    let replica: any StoreReplica
    let service: ReadService
    private let served = Atomic<UInt64>(0)
    private let passedOn = Atomic<UInt64>(0)

    /// Nil without a replica.
    init?(
        _ replica: (any StoreReplica)?, _ limits: StoreLimits, _ damage: DamageLog,
        turns: StoreTurns?
    ) {
        guard let replica else { return nil }
        self.replica = replica
        service = ReadService(
            name: "recours-nearby", queuedReads: limits.queuedReads, readsASnapshot: 1,
            damage: damage,
            patience: Patience(interactive: limits.listPatience, bulk: limits.listPatience),
            turns: turns)
    }

    func start() throws(StoreError) {
        let replica = replica
        try service.start { () throws(StoreError) in try replica.makeReader() }
    }

    func note(isServed: Bool) {
        if isServed {
            served.add(1, ordering: .relaxed)
        } else {
            passedOn.add(1, ordering: .relaxed)
        }
    }

    var use: ReplicaUse {
        ReplicaUse(
            replica: served.load(ordering: .relaxed), primary: passedOn.load(ordering: .relaxed))
    }
}

/// What was read, and where in the database's history that was.
struct Nearby<Value: Sendable>: Sendable {
    let value: Value
    /// What is read at this place or after it is no older; nil: there is one copy only.
    let place: UInt64?
    let isOfReplica: Bool
}

extension CaseStore {
    /// How the replica is; nil without one.
    package var replicaState: ReplicaState? { nearby?.replica.state }

    package var replicaUse: ReplicaUse? { nearby?.use }

    /// Reads a list of what may be a little old: from the replica if it is near enough, else as
    /// always. Never for what must show the caller its own writes.
    ///
    /// - Parameter place: of what the caller has seen before: what is read now is no older.
    func list<Value: Sendable>(
        nearby place: UInt64?,
        _ body: @escaping @Sendable (any StoreReader) throws(StoreError) -> Value
    ) async throws(StoreError) -> Nearby<Value> {
        if let nearby {
            let found = try await read(nearby, place, body)
            nearby.note(isServed: found != nil)
            if let found { return found }
        }
        return try await list { reader throws(StoreError) in
            Nearby(value: try body(reader), place: try reader.place(), isOfReplica: false)
        }
    }

    /// Nil if it is for the primary to answer.
    private func read<Value: Sendable>(
        _ nearby: NearbyReads, _ place: UInt64?,
        _ body: @escaping @Sendable (any StoreReader) throws(StoreError) -> Value
    ) async throws(StoreError) -> Nearby<Value>? {
        guard nearby.replica.isNear else { return nil }
        do throws(StoreError) {
            return try await read(nearby.service) { reader throws(StoreError) -> Nearby<Value>? in
                let here = try reader.place()
                guard let here, here >= place ?? 0 else { return nil }
                return Nearby(value: try body(reader), place: here, isOfReplica: true)
            }
        } catch {
            // What the replica's load gave up would be no better off behind the primary's.
            if error.code == .overloaded || error.code == .closed { throw error }
            return nil
        }
    }
}
