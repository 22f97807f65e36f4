// SPDX-License-Identifier: EUPL-1.2

internal import Glibc
internal import Logging
internal import RecoursCases
internal import RecoursServer
internal import RecoursStore
internal import RecoursStorePostgreSQL
internal import RecoursTLS
internal import RecoursTransport
internal import RecoursWire

/// A server from its start to its end.
struct RunningServer {
    /// How often a server whose disk is full looks whether there is room again.
    private static let roomInterval = Duration.seconds(5)
    /// After a failed commit only answers that are already made leave; nothing else can finish.
    private static let failedDrain = Duration.seconds(1)

    private let configuration: Configuration
    private let again: @Sendable () throws(DaemonError) -> Configuration
    private let logger: Logger
    private let threshold: LogThreshold
    private let notify: CommandInForce?
    private let scan: CommandInForce?
    private let manager = ServiceManager(environment: ProcessSetup.environment())

    /// - Parameter again: reads the configuration anew.
    init(
        _ configuration: Configuration,
        again: @escaping @Sendable () throws(DaemonError) -> Configuration
    ) throws(DaemonError) {
        self.configuration = configuration
        self.again = again
        notify = configuration.notify.map(CommandInForce.init)
        scan = configuration.scan.map(CommandInForce.init)
        let settings = configuration.settings
        let threshold = LogThreshold(try configuration.logLevel)
        self.threshold = threshold
        let format: LogOutput.Format =
            switch settings.text("log.format") {
            case "text": .text
            case "json": .json
            default: .automatic()
            }
        logger = Logger(label: "recoursd") { label in
            LogOutput(label: label, format: format, threshold: threshold)
        }
    }

    /// Serves until a signal or a failure.
    ///
    /// - Returns: the exit status.
    func run() async throws(DaemonError) -> Int32 {
        ProcessSetup.ignoreBrokenPipes()
        let files = ProcessSetup.raiseFileLimit()
        // Before anything that takes time: a signal during the start is obeyed after it.
        let signals = SignalSources([SIGTERM, SIGINT, SIGHUP])
        defer { withExtendedLifetime(signals) {} }
        let numbers = signals.signals
        let credentials = try ServerCredentials(configuration, now: Int64(time(nil)))
        for warning in credentials.warnings { logger.warning("\(warning)") }

        let (events, send) = AsyncStream.makeStream(of: LifecycleStateMachine.Event.self)
        let logger = logger
        let opened = try OpenedStore(
            directory: configuration.store, postgres: configuration.postgres,
            replica: configuration.replica, limits: try configuration.storeLimits(),
            sealingKey: credentials.tokenKey
        ) { error in
            logger.critical("the store stopped", metadata: ["error": "\(error)"])
            send.yield(.storeFailed)
        }
        do throws(DaemonError) {
            // Before the partners are read: what is changed after that is heard of.
            let (heard, hear) = AsyncStream.makeStream(of: StoreNews.self)
            let news = try opened.news { hear.yield($0) }
            defer { news?.close() }
            // Who has no command takes no turn, or nobody would tell in it.
            let turn = notify == nil ? nil : opened.turn()
            defer { turn?.close() }
            let service = try await service(opened, credentials, turn)
            let server = try await listen(service, credentials.tls, files: files)
            let keeper = credentials.revoked.map {
                RevocationKeeper($0, status: service.status, logger: logger)
            }
            try announce(server.port)
            let tasks = [
                Task { await Self.forward(numbers, to: send) },
                Task { await Self.watchRoom(opened, service.status) },
                Task { await takeIn(heard, opened.store, service) },
                Task { if let keeper { await keeper.run { server.closeRevoked() } } },
            ]
            defer { for task in tasks { task.cancel() } }
            let status = await live(events, send, service, server, keeper)
            opened.store.close()
            logger.info("stopped", metadata: ["status": "\(status)"])
            return status
        } catch {
            opened.store.close()
            throw error
        }
    }

    // MARK: Start

    private func service(
        _ opened: OpenedStore, _ credentials: ServerCredentials, _ turn: PostgreSQLTurn?
    ) async throws(DaemonError) -> RecoursService {
        var options = RecoursService.Options(
            trustDomain: configuration.trustDomain, tokenKey: credentials.tokenKey)
        options.issuer = credentials.issuer
        options.evidence = opened.evidence
        options.backups = configuration.backups
        options.receipts = try receiptSigner()
        options.limits = configuration.limits
        options.memoryLimitBytes =
            UInt64(configuration.settings.number("overload.memoryMebibytes")) << 20
        options.software = "recoursd"
        options.logger = logger
        keepTime(&options)
        options.notificationSender = notify.map(CommandSender.init)
        if opened.isShared {
            options.notificationTurn = NotificationTurn { turn?.isOurs ?? false }
        }
        options.scanner = scan.map(CommandScanner.init)
        options.scrub = configuration.scrub
        do throws(StoreError) {
            let again = try await opened.store.replayErasures(at: WallClock.system())
            if again > 0 {
                logger.notice(
                    "erased again what a restored backup had brought back",
                    metadata: ["cases": "\(again)"])
            }
            return try await RecoursService(store: opened.store, options: options)
        } catch {
            throw DaemonError(error)
        }
    }

    private func receiptSigner() throws(DaemonError) -> ReceiptSigner {
        let key = try ReceiptKey(
            path: configuration.receiptsKey, trustDomain: configuration.trustDomain)
        if key.isNew {
            logger.notice(
                "made a key that signs receipts: keep it, and publish public.pem beside it",
                metadata: ["key": "\(configuration.receiptsKey)"])
        }
        return key.signer
    }

    private func keepTime(_ options: inout RecoursService.Options) {
        let settings = configuration.settings
        var limits = ClockGuard.Limits()
        limits.patienceMilliseconds =
            Int64(settings.number("clock.leapPatienceSeconds")) * 1_000
        options.clock = WallClock(GuardedClock(limits: limits))
        options.isSandbox = settings.flag("clock.sandbox")
        options.graceMilliseconds = Int64(settings.number("clock.graceHours")) * 3_600_000
    }

    private func listen(
        _ service: RecoursService, _ tls: TLSContext, files: UInt64
    ) async throws(DaemonError) -> RPCServer {
        var transport = RPCServerConfiguration()
        transport.host = configuration.listen.host
        transport.port = configuration.listen.port
        transport.eventLoopCount =
            configuration.threads == 0
            ? sysconf(Int32(_SC_NPROCESSORS_ONLN)) : configuration.threads
        let settings = configuration.settings
        transport.maxConnections = settings.number("limits.connections")
        transport.maxHandshakes = settings.number("limits.handshakes")
        transport.maxHandshakesPerAddress = settings.number("limits.handshakesPerAddress")
        transport.maxHandshakesPerAddressPerSecond =
            settings.number("limits.handshakesPerAddressPerSecond")
        transport.handshakePercent = settings.number("limits.handshakePercent")
        transport.limits.keepaliveMilliseconds = UInt64(settings.number("keepaliveSeconds")) * 1_000
        transport.limits.drainMilliseconds = UInt64(settings.number("drainSeconds")) * 1_000
        warnOfFiles(files, for: transport.maxConnections)
        do throws(RPCServerError) {
            return try await service.start(transport, tls: tls)
        } catch {
            let code: DaemonError.Code =
                switch error.code {
                case .addressInUse, .addressUnavailable: .unavailable
                case .permissionDenied, .other: .configuration
                }
            throw DaemonError(code: code, message: error.message, remedy: error.remedy)
        }
    }

    /// Some files are the store's and the logs'; the rest may be connections.
    private func warnOfFiles(_ files: UInt64, for connections: Int) {
        guard files < UInt64(connections) + 64 else { return }
        logger.warning(
            "the limit on open files is below limits.connections",
            metadata: ["files": "\(files)"])
    }

    /// Says that the server listens: on standard output, in the ready file, to the manager.
    private func announce(_ port: Int) throws(DaemonError) {
        let host = configuration.listen.host
        let place = host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
        let path = configuration.settings.text("readyFile")
        if !path.isEmpty {
            // One left by a server that was killed.
            unlink(path)
            try ServerFiles.write("\(place)\n", to: path)
        }
        logger.info("listening", metadata: ["address": "\(place)"])
        ProcessSetup.print("listening on \(place)")
        manager.tell(.ready)
    }

    // MARK: Life

    private func live(
        _ events: AsyncStream<LifecycleStateMachine.Event>,
        _ send: AsyncStream<LifecycleStateMachine.Event>.Continuation,
        _ service: RecoursService, _ server: RPCServer, _ keeper: RevocationKeeper?
    ) async -> Int32 {
        var machine = LifecycleStateMachine()
        var inForce = configuration
        var generation = 1
        for await event in events {
            switch machine.receive(event) {
            case .nothing: break
            case .reload:
                if let next = await reload(inForce, generation + 1, service, server, keeper) {
                    inForce = next
                    generation += 1
                }
            case .drain:
                let seconds = inForce.settings.number("drainSeconds")
                drain(service, server, within: .seconds(seconds), send)
            case .drainBriefly: drain(service, server, within: Self.failedDrain, send)
            case .close(let status):
                removeReadyFile()
                return status
            case .exit(let status):
                // At once, and past all that runs at an ordinary end.
                _exit(status)
            }
        }
        return DaemonError.Code.storage.rawValue
    }

    private func drain(
        _ service: RecoursService, _ server: RPCServer, within limit: Duration,
        _ send: AsyncStream<LifecycleStateMachine.Event>.Continuation
    ) {
        logger.info("draining", metadata: ["calls": "\(server.counts.calls)"])
        manager.tell(.stopping)
        Task {
            await service.drain(server, within: limit)
            send.yield(.drained)
        }
    }

    /// Reads configuration, keys and certificates anew, all of them before any is taken up; if
    /// anything is wrong, everything stays as it was.
    ///
    /// - Returns: the configuration that is in force then; nil if it is the one before.
    private func reload(
        _ old: Configuration, _ generation: Int, _ service: RecoursService, _ server: RPCServer,
        _ keeper: RevocationKeeper?
    ) async -> Configuration? {
        manager.tell(
            .reloading(monotonicMicroseconds: ServiceManager.monotonicMicroseconds()))
        defer { manager.tell(.ready) }
        do throws(DaemonError) {
            let reload = try Reload(from: old, to: again())
            let next = reload.inForce
            let level = try next.logLevel
            let credentials = try ServerCredentials(
                next, replacing: keeper?.asked, now: Int64(time(nil)))
            server.replaceTLS(credentials.tls)
            if let revoked = credentials.revoked {
                await keeper?.take(revoked)
                server.closeRevoked()
            }
            server.setMaxConnections(next.settings.number("limits.connections"))
            service.replaceLimits(next.limits)
            if let command = next.notify { notify?.replace(command) }
            if let command = next.scan { scan?.replace(command) }
            for warning in credentials.warnings { logger.warning("\(warning)") }
            service.status.setReloadFailed(false)
            logger.notice(
                "configuration and certificates reloaded",
                metadata: [
                    "generation": "\(generation)",
                    "changed": "\(reload.taken.map(\.words).joined(separator: ", "))",
                ])
            // Only now, so that a level of errors alone does not hide what made it so.
            threshold.level = level
            if !reload.left.isEmpty {
                logger.warning(
                    "changed settings that need a restart",
                    metadata: ["settings": "\(reload.left.map(\.words).joined(separator: ", "))"])
            }
            warnOfFiles(ProcessSetup.fileLimit(), for: next.settings.number("limits.connections"))
            return next
        } catch {
            service.status.setReloadFailed(true)
            logger.error(
                "configuration and certificates not reloaded: the old ones stay in use",
                metadata: ["error": "\(error.message)", "remedy": "\(error.remedy)"])
            return nil
        }
    }

    private func removeReadyFile() {
        let path = configuration.settings.text("readyFile")
        if !path.isEmpty { unlink(path) }
    }

    private static func forward(
        _ signals: AsyncStream<Int32>,
        to send: AsyncStream<LifecycleStateMachine.Event>.Continuation
    ) async {
        for await number in signals {
            send.yield(number == SIGHUP ? .reload : .terminate(signal: number))
        }
    }

    /// Takes in what other servers have committed to the same database.
    private func takeIn(
        _ heard: AsyncStream<StoreNews>, _ store: CaseStore, _ service: RecoursService
    ) async {
        for await news in heard {
            store.hear(news.growth)
            guard news.changesRegistry else { continue }
            while !Task.isCancelled {
                do throws(StoreError) {
                    try await service.refreshRegistry()
                    break
                } catch {
                    logger.warning(
                        "cannot read what another server changed of partners",
                        metadata: ["error": "\(error)"])
                    try? await Task.sleep(for: .seconds(1))
                }
            }
        }
    }

    /// A full disk is learned from a refused command; that there is room again, only by looking.
    private static func watchRoom(_ opened: OpenedStore, _ status: ServingStatus) async {
        while !Task.isCancelled {
            status.setReadOnly(!opened.hasRoom())
            try? await Task.sleep(for: roomInterval)
        }
    }
}
