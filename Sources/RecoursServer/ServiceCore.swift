// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursCrypto
internal import RecoursMessages
internal import RecoursStore
internal import RecoursTransport
internal import RecoursWire

/// What all services of one server share. A class: every handler of every call holds it.
final class ServiceCore: Sendable {
    let store: CaseStore
    let evidence: EvidenceDirectory
    let registry: PartnerRegistry
    /// As they were at the start: of those that never change.
    let limits: ServiceLimits
    let live: LiveLimits
    let clock: WallClock
    let tokens: SealedTokens
    let status: ServingStatus
    /// A server for tests, whose time can be moved.
    let isSandbox: Bool
    /// Told of each new file.
    let scanner: EvidenceScanner
    /// Removes the files that nothing names any more.
    let housekeeper: EvidenceHousekeeper
    let watches: WatchDesk
    /// What listings are held against.
    let claims: ClaimWatch
    /// Says when what can wait has to.
    let shedder: LoadShedder
    /// Bounds what all bulk streams together have in the store.
    let bulkPermits: Permits
    /// Eight random bytes; tests give their own.
    let random: @Sendable () -> UInt64

    init(
        store: CaseStore, evidence: EvidenceDirectory, registry: PartnerRegistry,
        limits: LiveLimits, clock: WallClock, tokens: SealedTokens, status: ServingStatus,
        isSandbox: Bool, scanner: EvidenceScanner, housekeeper: EvidenceHousekeeper,
        watches: WatchDesk, claims: ClaimWatch, shedder: LoadShedder, bulkPermits: Permits,
        random: @escaping @Sendable () -> UInt64
    ) {
        self.store = store
        self.evidence = evidence
        self.registry = registry
        self.limits = limits.current
        live = limits
        self.clock = clock
        self.tokens = tokens
        self.status = status
        self.isSandbox = isSandbox
        self.scanner = scanner
        self.housekeeper = housekeeper
        self.watches = watches
        self.claims = claims
        self.shedder = shedder
        self.bulkPermits = bulkPermits
        self.random = random
    }

    /// The partner who calls. The interceptor has let nobody else through, so its absence is our
    /// bug.
    func peer(_ call: CallContext) throws(RPCStatus) -> Peer {
        guard let peer = call.identity as? Peer else { throw RPCStatus(.notAPartner) }
        return peer
    }

    /// Which cases the caller may know of; the operator may know of none.
    func scope(of peer: Peer) throws(RPCStatus) -> CaseScope {
        guard let scope = peer.scope else { throw RPCStatus(.methodNotAllowed) }
        return scope
    }

    /// Does an order; the answer comes back on the call's own event loop.
    func execute(_ order: CaseOrder, _ call: CallContext) async -> CaseOutcome {
        await withCheckedContinuation { continuation in
            store.enqueue(order, until: call.lastMoment, sink: call.executor) { outcome in
                continuation.resume(returning: outcome)
            }
        }
    }

    /// A case's identifier as it came; anything but 16 bytes is a fault of form.
    func identifier(_ bytes: [UInt8], at path: String) throws(RPCStatus) -> CaseIdentifier {
        guard let identifier = CaseIdentifier(bytes: bytes) else {
            throw .invalid(path, bytes.isEmpty ? .required : .identifierForm)
        }
        return identifier
    }

    /// A call's or an item's key with what it is used for; nil if the caller made none.
    func key(
        _ key: [UInt8], for command: CaseCommand, on identifier: CaseIdentifier
    ) throws(RPCStatus) -> IdempotencyKey? {
        if key.isEmpty { return nil }
        let fingerprint = try Fingerprint.of(command, on: identifier)
        guard let named = IdempotencyKey(key: key, fingerprint: fingerprint) else {
            throw .invalid("idempotency_key", .identifierForm)
        }
        return named
    }

    /// The case a command was about, and whether it had been done before.
    func receipt(
        of outcome: CaseOutcome
    ) throws(RPCStatus) -> (receipt: CaseReceipt, replayed: Bool) {
        note(outcome)
        switch outcome {
        case .applied(let receipt): return (receipt, false)
        case .replayed(let receipt): return (receipt, true)
        case .conflict(let conflict): throw RPCStatus(.conflict(conflict))
        case .refused(let refusal): throw RPCStatus(.refusal(refusal))
        case .overQuota(let excess): throw RPCStatus(.overQuota(excess))
        case .unknownPartner: throw RPCStatus(.notAPartner)
        case .failed(let error): throw RPCStatus(.store(error))
        }
    }

    /// Does an order on what is beside the cases; a refusal or a failure is the call's end.
    func administer(
        _ order: AdministrativeOrder
    ) async throws(RPCStatus) -> AdministrativeOutcome {
        let outcome = await store.execute(order)
        switch outcome {
        case .refused(let refusal): throw RPCStatus(Fault(refusal))
        case .failed(let error): throw RPCStatus(.store(error))
        case .partner, .mandates, .campaign, .profile, .commitment, .claim, .settled, .marked,
            .noted:
            return outcome
        }
    }

    /// Learns from an outcome whether the disk is full, or has room again.
    func note(_ outcome: CaseOutcome) {
        switch outcome {
        case .failed(let error) where error.code == .storageFull: status.setReadOnly(true)
        case .applied where status.current == .readOnly: status.setReadOnly(false)
        case .applied, .replayed, .conflict, .refused, .overQuota, .unknownPartner, .failed: break
        }
    }

    /// Runs a read on the account of the call whose task this is; what the store says of a failure
    /// stays here.
    func read<Value>(
        _ body: () async throws(StoreError) -> Value
    ) async throws(RPCStatus) -> Value {
        let result: Result<Value, StoreError> =
            await ReadAccount.$current.withValue(CallContext.current?.readAccount) {
                do throws(StoreError) {
                    return .success(try await body())
                } catch {
                    return .failure(error)
                }
            }
        switch result {
        case .success(let value): return value
        case .failure(let error): throw RPCStatus(.store(error))
        }
    }

    /// How many items a page shall have.
    func pageSize(_ asked: UInt32) -> Int {
        asked == 0 ? limits.pageItemsStandard : min(Int(asked), limits.pageItems)
    }
}

extension CallContext {
    /// The caller's deadline, as the store's clock has it.
    var lastMoment: Uptime { deadline.map { Uptime(nanoseconds: $0.nanoseconds) } ?? .never }

    /// On whose account the call reads; nil without a partner.
    var readAccount: ReadAccount? {
        guard let peer = identity as? Peer, let method = kept as? GatedMethod else { return nil }
        return ReadAccount(
            of: peer.reference, canWait: method.class == .sheddable, until: lastMoment)
    }
}

// The transport knows no store and the store no transport; here they meet: a batch's completions
// run on the event loops of their calls, each loop woken once.
extension LoopExecutor: CompletionSink {}
