// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursCrypto
internal import RecoursProof
internal import RecoursStore
internal import Synchronization

/// Makes the common checkpoint when somebody needs a new one, and at most once a minute.
final class CommonCheckpoints: Sendable {
    private static let leastMilliseconds: Int64 = 60_000

    private struct State {
        var last: CommonCheckpoint?
        var isBeingMade = false
    }

    private let store: CaseStore
    private let signer: ReceiptSigner
    private let state = Mutex(State())

    init(store: CaseStore, signer: ReceiptSigner) {
        self.store = store
        self.signer = signer
    }

    /// A partner's share in a checkpoint that covers a place in its tree; nil if the next one that
    /// does is yet to be made.
    func share(
        of partner: RecoursCases.PartnerReference, covering index: UInt64, at now: Instant
    ) async throws(StoreError) -> CommonCheckpoint.Share? {
        if let share = known(partner, index) { return share }
        guard begin(at: now) else { return nil }
        do throws(StoreError) {
            let made = try await make(at: now)
            state.withLock { $0 = State(last: made) }
        } catch {
            state.withLock { $0.isBeingMade = false }
            throw error
        }
        return known(partner, index)
    }

    private func known(
        _ partner: RecoursCases.PartnerReference, _ index: UInt64
    ) -> CommonCheckpoint.Share? {
        let share = state.withLock { $0.last?.share(of: partner) }
        guard let share, share.head.size > index else { return nil }
        return share
    }

    private func begin(at now: Instant) -> Bool {
        state.withLock { state in
            let age = now.millisecondsSince1970 - (state.last?.madeAt ?? Int64.min / 2)
            if state.isBeingMade || age < Self.leastMilliseconds { return false }
            state.isBeingMade = true
            return true
        }
    }

    private func make(at now: Instant) async throws(StoreError) -> CommonCheckpoint {
        let heads = try await store.trees { partner, tree throws(StoreError) in
            do throws(ProofError) {
                let root = try MerkleTree(StoredNodes(tree), size: tree.size).root()
                return (partner: partner, size: tree.size, root: root)
            } catch {
                throw StoreError(error)
            }
        }
        do throws(ProofError) {
            return try CommonCheckpoint(heads, signer: signer, at: now)
        } catch {
            throw .internalError(error.message)
        }
    }
}
