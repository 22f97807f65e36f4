// SPDX-License-Identifier: EUPL-1.2

package import Logging
internal import RecoursCases
internal import RecoursCrypto
internal import RecoursMessages
package import RecoursStore
package import RecoursTLS
package import RecoursTransport
internal import RecoursWire

/// Recours' services over one store: what `recoursd` serves from a disk, and partners' tests from
/// memory.
package final class RecoursService: Sendable {
    /// All that may differ from one server to another.
    package struct Options: Sendable {
        /// The trust domain in partners' SPIFFE ids.
        package var trustDomain: String
        /// 32 secret bytes that seal page tokens and cursors.
        package var tokenKey: [UInt8]
        /// Signs partners' certificates; nil signs none.
        package var issuer: CertificateIssuer?
        /// Signs receipts; nil makes a key that lives as long as the server, for tests.
        package var receipts: ReceiptSigner?
        package var limits = ServiceLimits()
        /// Where files of evidence are kept; nil: only for as long as this service lives.
        package var evidence: EvidenceDirectory?
        /// Where backups go; nil: none are made.
        package var backups: String?
        /// Name and version, as WhoAmI tells them.
        package var software = "recoursd"
        package var clock = WallClock()
        /// What the process may use of memory; 0: what its control group or the machine has.
        package var memoryLimitBytes: UInt64 = 0
        /// A server for tests: the operator can move its time ahead.
        package var isSandbox = false
        /// What parties get after a stop of more than an hour; see `LongStop`.
        package var graceMilliseconds: Int64 = 86_400_000
        /// Tells people what the clock did; nil: they have their inboxes.
        package var notificationSender: (any NotificationSender)?
        package var notificationTurn = NotificationTurn.alone
        /// Looks at files for malware; nil: none does, and they stay PENDING.
        package var scanner: (any FileScanner)?
        /// Looks through the store for damage.
        package var scrub = ScrubLimits()
        /// Eight random bytes for case identifiers; tests give their own.
        package var random: @Sendable () -> UInt64 = { UInt64.random(in: .min ... .max) }
        package var logger = Logger(label: "recours.server")

        package init(trustDomain: String, tokenKey: [UInt8]) {
            self.trustDomain = trustDomain
            self.tokenKey = tokenKey
        }
    }

    /// Whether the server serves: told to health calls, and set by whoever runs it.
    package let status: ServingStatus
    private let admission: PartnerAdmission
    private let gate: CallGate
    private let core: ServiceCore
    /// A folder made for this server goes with it.
    private let ownsEvidence: Bool
    private let sweeper: Sweeper
    private let notifier: Notifier
    private let pressure = MemoryPressure()
    private let memory: MemoryGauge
    private let scrubber: Scrubber
    private let background = Background()
    /// What asks the server's event loops, and so must end before them.
    private let watching = Background()
    private let issuer: CertificateIssuer?
    private let receipts: ReceiptSigner
    private let software: String
    private let backups: BackupDesk
    private let logger: Logger

    /// Reads all partners from the store, so that the first connection finds them.
    ///
    /// - Throws: ``StoreError``: the store's own, or `internalError` if OpenSSL does not work.
    package init(store: CaseStore, options: Options) async throws(StoreError) {
        let status = ServingStatus()
        let limits = LiveLimits(options.limits)
        let registry = PartnerRegistry(limits: limits, quotas: store.limits.quotas)
        registry.load(try await Self.partners(in: store))
        let tokens: SealedTokens
        do throws(CryptoError) {
            tokens = try SealedTokens(key: options.tokenKey)
            if let given = options.receipts {
                receipts = given
            } else {
                receipts = try ReceiptSigner(
                    key: .generateEd25519(), trustDomain: options.trustDomain)
            }
        } catch {
            throw .internalError("OpenSSL does not work: \(error.message)")
        }
        let stop = try await Timekeeping.start(
            store, options.clock, isSandbox: options.isSandbox,
            graceMilliseconds: options.graceMilliseconds, options.logger)
        self.status = status
        ownsEvidence = options.evidence == nil
        let evidence: EvidenceDirectory
        if let given = options.evidence {
            evidence = given
        } else {
            evidence = try EvidenceDirectory.temporary { try SHA256ContentHasher() }
        }
        let scanner = EvidenceScanner(
            store: store, directory: evidence, scanner: options.scanner, logger: options.logger)
        memory = MemoryGauge(limitBytes: options.memoryLimitBytes)
        let shedder = LoadShedder(store: store, pressure: pressure)
        core = ServiceCore(
            store: store, evidence: evidence, registry: registry, limits: limits,
            clock: options.clock, tokens: tokens, status: status, isSandbox: options.isSandbox,
            scanner: scanner,
            housekeeper: EvidenceHousekeeper(
                store: store, evidence: evidence, clock: options.clock, logger: options.logger),
            watches: WatchDesk(limits: options.limits),
            claims: ClaimWatch(store: store, logger: options.logger), shedder: shedder,
            bulkPermits: Permits(options.limits.bulkWindowTotal), random: options.random)
        sweeper = Sweeper(
            store: store, clock: options.clock, status: status, stop: stop,
            limits: Sweeper.Limits(), logger: options.logger)
        let watch = DamageWatch(
            store: store, status: status, clock: options.clock, logger: options.logger)
        watch.start(try await store.marks())
        scrubber = Scrubber(
            store: store, evidence: evidence, clock: options.clock, watch: watch,
            limits: options.scrub, logger: options.logger)
        notifier = Self.notifier(of: store, options)
        admission = PartnerAdmission(
            registry: registry, trustDomain: options.trustDomain,
            refusals: RefusalLog(logger: options.logger))
        gate = CallGate(limits: limits, shedder: shedder, logger: options.logger)
        (issuer, software) = (options.issuer, options.software)
        backups = Self.backupDesk(core, receipts, options)
        logger = options.logger
    }

    private static func notifier(of store: CaseStore, _ options: Options) -> Notifier {
        Notifier(
            store: store, sender: options.notificationSender, turn: options.notificationTurn,
            logger: options.logger)
    }

    private static func backupDesk(
        _ core: ServiceCore, _ receipts: ReceiptSigner, _ options: Options
    ) -> BackupDesk {
        BackupDesk(
            directory: options.backups,
            source: core.store.copying.map { copying in
                BackupMaker.Source(
                    copying: copying, evidence: core.evidence.location, receipts: receipts,
                    software: options.software, limits: core.store.limits)
            },
            evidence: core.evidence, housekeeper: core.housekeeper, clock: options.clock,
            logger: options.logger)
    }

    /// Takes up other limits, for what begins from now on. Those of messages and pages stay as they
    /// were at the start.
    package func replaceLimits(_ limits: ServiceLimits) {
        core.live.replace(limits)
        core.bulkPermits.resize(to: limits.bulkWindowTotal)
        core.registry.limitsChanged()
    }

    /// Listens and serves. The server is ended with `drain`.
    ///
    /// - Throws: ``RPCServerError`` if the address can't be had.
    package func start(
        _ configuration: RPCServerConfiguration, tls: TLSContext
    ) async throws(RPCServerError) -> RPCServer {
        let server = try await RPCServer.start(
            configuration, tls: tls, router: router(), interceptor: gate, admission: admission,
            logger: logger)
        core.housekeeper.start()
        let sweeper = sweeper
        background.run { await sweeper.run() }
        let notifier = notifier
        background.run { await notifier.run() }
        let scanner = core.scanner
        background.run { await scanner.run() }
        let loops = LoopWatch(loops: server.loops, logger: logger)
        watching.run { await loops.run() }
        let overload = OverloadWatch(
            store: core.store, pressure: pressure, gauge: memory, server: server, logger: logger)
        watching.run { await overload.run() }
        let away = StoreWatch(store: core.store, status: status, logger: logger)
        background.run { await away.run() }
        let replica = ReplicaWatch(store: core.store, logger: logger)
        background.run { await replica.run() }
        let claims = core.claims
        background.run { await claims.run() }
        background.run { await claims.lookRegularly() }
        let scrubber = scrubber
        background.run { await scrubber.run() }
        return server
    }

    /// Tells watchers and ends long waits, then lets calls in flight finish, for so long at most.
    package func drain(_ server: RPCServer, within duration: Duration) async {
        status.beginDrain()
        core.housekeeper.stop()
        core.watches.drain()
        await backups.stop()
        await watching.stop()
        await server.drain(within: duration)
        await background.stop()
        if ownsEvidence { core.evidence.close() }
    }

    private func router() -> MethodRouter {
        var router = MethodRouter()
        CaseHandlers(core: core).register(in: &router)
        InboxHandlers(core: core).register(in: &router)
        ActionHandlers(core: core).register(in: &router)
        ResponseHandlers(core: core).register(in: &router)
        EvidenceHandlers(core: core).register(in: &router)
        WatchHandlers(core: core).register(in: &router)
        MediationHandlers(core: core).register(in: &router)
        PartnerHandlers(core: core, issuer: issuer, software: software).register(in: &router)
        CampaignHandlers(core: core).register(in: &router)
        ProfileHandlers(core: core).register(in: &router)
        CommitmentHandlers(core: core).register(in: &router)
        ClaimHandlers(core: core).register(in: &router)
        FeedHandlers(core: core).register(in: &router)
        FiguresHandlers(core: core).register(in: &router)
        RetentionHandlers(core: core).register(in: &router)
        ExportHandlers(core: core).register(in: &router)
        ProofHandlers(
            core: core, signer: receipts,
            common: CommonCheckpoints(store: core.store, signer: receipts)
        ).register(in: &router)
        OperatorHandlers(core: core, sweeper: sweeper, backups: backups).register(
            in: &router)
        HealthHandlers(status: status, isSandbox: core.isSandbox).register(in: &router)
        return router
    }

    /// The time that is recorded, in milliseconds since 1970.
    package var nowMilliseconds: Int64 { core.clock.reading().millisecondsSince1970 }

    /// Watches that run.
    package var watchCount: Int { core.watches.count }

    /// Connections of admitted partners.
    package var connectionCount: Int { core.registry.connectionCount }

    /// Works that listings are held against; 0 until they have been read.
    package var matchedWorkCount: Int { core.claims.workCount }

    /// Takes in what other servers have changed of partners, their keys and limits, and of claims;
    /// connections whose key is no longer bound end.
    package func refreshRegistry() async throws(StoreError) {
        core.claims.heard()
        for record in try await Self.partners(in: core.store) { core.registry.replace(record) }
    }

    private static func partners(in store: CaseStore) async throws(StoreError) -> [PartnerRecord] {
        var all: [PartnerRecord] = []
        while true {
            let page = try await store.partners(
                kind: nil, after: all.last?.reference, limit: store.limits.pageItems)
            all += page
            if page.count < store.limits.pageItems { return all }
        }
    }
}
