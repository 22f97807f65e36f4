// SPDX-License-Identifier: EUPL-1.2

internal import Logging
internal import RecoursCases
public import RecoursClient
internal import RecoursCrypto
public import RecoursMessages
internal import RecoursServer
internal import RecoursStore
internal import RecoursTransport
internal import Synchronization

/// Recours itself, for a test: all services over a store in memory, on a free port of the loopback
/// interface.
///
///     let server = try await RecoursTestServer.start()
///     let association = try await server.client(.association, "ateliers-reunis")
///     let platform = try await server.client(.platform, "amazon")
///     try await server.addMandate(association: "ateliers-reunis", siren: "732829320")
///     … test …
///     await server.stop()
public final class RecoursTestServer: Sendable {
    private struct Running {
        let service: RecoursService
        let server: RPCServer
    }

    private let credentials: TestCredentials
    private let options: RecoursService.Options
    private let store: CaseStore
    private let running: Mutex<Running>
    private let port: Int
    private let operatorClient: RecoursClient

    /// `127.0.0.1:port`.
    public var endpoint: String { "127.0.0.1:\(port)" }

    private var trust: RecoursTrust { credentials.trust }

    /// Starts a server with an empty store. Throws `RecoursError` if none can be had.
    ///
    /// - Parameter startMilliseconds: the time at which it begins, in milliseconds since 1970; now
    ///   if left out. Time goes on from there, and `advance(by:)` moves it.
    public static func start(
        atMilliseconds startMilliseconds: Int64? = nil
    ) async throws(RecoursError) -> RecoursTestServer {
        do {
            return try await RecoursTestServer(startMilliseconds)
        } catch {
            throw RecoursError(
                code: .internal, message: "no test server could be started: \(error)")
        }
    }

    private init(_ startMilliseconds: Int64?) async throws {
        let credentials = try TestCredentials()
        self.credentials = credentials
        store = try CaseStore(backend: MemoryBackend(), codec: StoreCodec()) { _ in }
        try await Registration.register(
            TestCredentials.operatorReference, name: "Test operator",
            key: credentials.operatorKey,
            at: Instant(millisecondsSince1970: TestCredentials.now * 1_000), in: store)
        var options = RecoursService.Options(
            trustDomain: TestCredentials.trustDomain,
            tokenKey: try SecureRandom.bytes(count: 32))
        options.issuer = credentials.issuer
        options.software = "recours-testing"
        options.isSandbox = true
        options.clock = Self.clock(startingAt: startMilliseconds)
        options.logger = Logger(label: "recours.testing") { _ in SwiftLogNoOpLogHandler() }
        self.options = options
        let service = try await RecoursService(store: store, options: options)
        let server = try await service.start(
            RPCServerConfiguration(), tls: credentials.serverContext)
        port = server.port
        running = Mutex(Running(service: service, server: server))
        operatorClient = try RecoursClient(
            endpoint: "127.0.0.1:\(server.port)", identity: credentials.operatorIdentity,
            trust: credentials.trust)
    }

    /// Time from another beginning, if one is given; certificates go by the machine's all the same.
    private static func clock(startingAt milliseconds: Int64?) -> WallClock {
        guard let milliseconds else { return WallClock() }
        let shift = milliseconds - WallClock.system().millisecondsSince1970
        return WallClock {
            Instant(millisecondsSince1970: WallClock.system().millisecondsSince1970 + shift)
        }
    }

    /// The server's time, in milliseconds since 1970.
    public var nowMilliseconds: Int64 { running.withLock { $0.service.nowMilliseconds } }

    /// Moves time ahead as if it had passed: reminders and deadlines on the way are acted on, each
    /// at its own time.
    ///
    /// - Returns: how many times a case was acted on.
    @discardableResult
    public func advance(by duration: Duration) async throws(RecoursError) -> Int {
        Int(clamping: try await operatorClient.operator.advanceClock(by: duration).acted)
    }

    /// The client of the operator, who registers partners and mandates.
    public var `operator`: RecoursClient { operatorClient }

    /// Registers a partner and returns its client.
    ///
    /// - Parameters:
    ///   - slug: [a-z0-9-], 1 to 63; a platform's is its `platform_id`.
    ///   - siren: for a business, the firm it may file for.
    ///   - configure: changes the client's defaults.
    /// - Throws: `alreadyExists` for a slug that is taken.
    public func client(
        _ kind: RecoursMessages.PartnerKind, _ slug: String, siren: String = "",
        configure: (inout RecoursConfiguration) -> Void = { _ in }
    ) async throws(RecoursError) -> RecoursClient {
        guard let known = RecoursCases.PartnerKind(rawValue: kind.rawValue),
            let cryptoKind = RecoursCrypto.PartnerKind(rawValue: known.name)
        else {
            throw RecoursError(code: .invalidArgument, message: "there is no such kind of partner")
        }
        let made: (keyPEM: String, requestPEM: String)
        do throws(CryptoError) {
            made = try TestCredentials.request(cryptoKind, slug)
        } catch {
            throw RecoursError(
                code: .invalidArgument, message: error.message, remedy: error.remedy)
        }
        let answer = try await operatorClient.partners.add(
            AddPartnerRequest(
                kind: kind, slug: slug, name: slug, siren: siren,
                certificateRequestPem: made.requestPEM))
        return try RecoursClient(
            endpoint: endpoint,
            identity: .pemBytes(
                certificate: Array(answer.certificatePem.utf8), key: Array(made.keyPEM.utf8)),
            trust: trust, configure: configure)
    }

    /// Lets an association file for a firm, from 2000 on without end.
    public func addMandate(association: String, siren: String) async throws(RecoursError) {
        let mandate = RecoursMessages.Mandate(
            association: association, siren: siren, from: "2000-01-01")
        let answer = try await operatorClient.partners.importMandates([mandate])
        if let refusal = answer.refusals.first {
            throw RecoursError(
                code: .invalidArgument, message: "\(refusal.fieldPath): \(refusal.description)")
        }
    }

    /// Ends the server and starts it again at the same endpoint, with everything it had stored: for
    /// tests of how a program gets over a restart. Throws `RecoursError` if it cannot be started.
    public func restart() async throws(RecoursError) {
        let former = running.withLock { $0 }
        await former.service.drain(former.server, within: .milliseconds(100))
        do {
            let service = try await RecoursService(store: store, options: options)
            var configuration = RPCServerConfiguration()
            configuration.port = port
            let server = try await service.start(configuration, tls: credentials.serverContext)
            running.withLock { $0 = Running(service: service, server: server) }
        } catch {
            throw RecoursError(
                code: .internal, message: "the test server could not be restarted: \(error)")
        }
    }

    /// Drains the server and forgets everything.
    public func stop() async {
        let running = running.withLock { $0 }
        await operatorClient.drain(within: .seconds(1))
        await running.service.drain(running.server, within: .seconds(2))
        store.close()
    }
}
