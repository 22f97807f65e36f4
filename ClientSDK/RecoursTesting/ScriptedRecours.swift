// SPDX-License-Identifier: EUPL-1.2

internal import Logging
public import RecoursClient
public import RecoursMessages
internal import RecoursServer
internal import RecoursTransport
internal import Synchronization

/// A server that does what a test tells it: for trying what a program does when things go wrong.
///
/// Without a script it accepts everything: submissions get receipts, answers are taken, `cases` are
/// what is found and listed; so are `works`, `claims` and `listings`, with what is added to them. A
/// listing that is shown to the feed is reported if it has a work's GTIN. A script says what
/// becomes of the next calls of one method.
///
///     let recours = try await ScriptedRecours.start()
///     recours.script("CaseService/SubmitCase", [.fail(.unavailable), .cut, .answer])
///     let receipt = try await recours.client().cases.submit(draft)   // the third attempt
///     #expect(recours.calls.map(\.attempt) == [0, 1, 2])
///     await recours.stop()
public final class ScriptedRecours: Sendable {
    /// What becomes of one call.
    public enum Step: Sendable, Hashable {
        /// It is answered.
        case answer
        /// It fails with this status; `reason` is the server's name for what is wrong.
        case fail(
            StatusCode, message: String = "scripted", retryAfter: Duration? = nil,
            reason: String? = nil)
        /// It is answered after a while.
        case delay(Duration)
        /// The connection is cut before an answer.
        case cut
    }

    /// A call that reached the server.
    public struct ReceivedCall: Sendable, Hashable {
        /// "CaseService/SubmitCase".
        public let method: String
        /// 16 bytes, or empty.
        public let idempotencyKey: [UInt8]
        /// 0 for the first attempt.
        public let attempt: UInt32
    }

    private let script: Script
    private let credentials: TestCredentials
    private let running: Mutex<RPCServer>

    /// `127.0.0.1:port`.
    public var endpoint: String { "127.0.0.1:\(running.withLock { $0.port })" }

    /// Starts a server without a script. Throws `RecoursError` if none can be had.
    public static func start() async throws(RecoursError) -> ScriptedRecours {
        try await start(TestCredentials.make())
    }

    /// Starts several, which one client may use together: see `client(of:)`.
    public static func start(_ count: Int) async throws(RecoursError) -> [ScriptedRecours] {
        let credentials = try TestCredentials.make()
        var servers: [ScriptedRecours] = []
        for _ in 0..<count { servers.append(try await start(credentials)) }
        return servers
    }

    private static func start(
        _ credentials: TestCredentials
    ) async throws(RecoursError) -> ScriptedRecours {
        let script = Script()
        return ScriptedRecours(
            script, credentials, try await listen(script, credentials, port: 0))
    }

    private init(_ script: Script, _ credentials: TestCredentials, _ server: RPCServer) {
        self.script = script
        self.credentials = credentials
        running = Mutex(server)
    }

    private static func listen(
        _ script: Script, _ credentials: TestCredentials, port: Int
    ) async throws(RecoursError) -> RPCServer {
        var router = MethodRouter()
        ScriptedCases(script: script).register(in: &router)
        ScriptedInbox(script: script).register(in: &router)
        ScriptedResponses(script: script).register(in: &router)
        ScriptedActions(script: script).register(in: &router)
        ScriptedClaims(script: script).register(in: &router)
        ScriptedFeed(script: script).register(in: &router)
        ScriptedHealth(script: script).register(in: &router)
        var configuration = RPCServerConfiguration()
        configuration.port = port
        do {
            return try await RPCServer.start(
                configuration, tls: credentials.serverContext, router: router,
                interceptor: script, admission: script,
                logger: Logger(label: "recours.testing") { _ in SwiftLogNoOpLogHandler() })
        } catch {
            throw RecoursError(
                code: .internal, message: "no scripted server could be started: \(error)")
        }
    }

    /// What is found, listed and pulled.
    public var cases: [Case] {
        get { script.cases }
        set { script.cases = newValue }
    }

    /// Works that are registered; those that a program registers come to them.
    public var works: [Work] {
        get { script.records.works }
        set { script.change { $0.works = newValue } }
    }

    /// Claims that are open; those that a program opens come to them.
    public var claims: [StandingClaim] {
        get { script.records.claims }
        set { script.change { $0.claims = newValue } }
    }

    /// Listings of claims; those OBSERVED wait for a person.
    public var listings: [ClaimListing] {
        get { script.records.listings }
        set { script.change { $0.listings = newValue } }
    }

    /// What it says of itself when asked for its health.
    public var serving: ServingState {
        get { script.serving }
        set { script.serving = newValue }
    }

    /// Calls that came, in order; also those that a script let fail.
    public var calls: [ReceivedCall] { script.calls }

    /// Appends to what becomes of the next calls of a method; later ones are answered. Those of
    /// `CaseService/SubmitCases/item` are the items of a bulk submission.
    public func script(_ method: String, _ steps: [Step]) {
        script.append(steps, for: method)
    }

    /// A client of this server.
    public func client(
        configure: (inout RecoursConfiguration) -> Void = { _ in }
    ) throws(RecoursError) -> RecoursClient {
        try Self.client(of: [self], configure: configure)
    }

    /// A client of servers that were started together, and of other endpoints beside them.
    public static func client(
        of servers: [ScriptedRecours], and others: [String] = [],
        configure: (inout RecoursConfiguration) -> Void = { _ in }
    ) throws(RecoursError) -> RecoursClient {
        guard let credentials = servers.first?.credentials else {
            throw RecoursError(code: .invalidArgument, message: "a client needs a server")
        }
        return try RecoursClient(
            endpoints: servers.map(\.endpoint) + others, identity: credentials.operatorIdentity,
            trust: credentials.trust, configure: configure)
    }

    /// A client's certificate and key, and the authority of this server, as PEM: for programs that
    /// read them from files.
    package var pem: (certificate: [UInt8], key: [UInt8], trust: [UInt8]) {
        credentials.operatorPEM
    }

    /// Closes every connection: calls in flight have 200 ms to finish.
    public func stop() async {
        await running.withLock { $0 }.drain(within: .milliseconds(200))
    }

    /// Starts again at the same endpoint what was stopped. Throws `RecoursError` if it cannot.
    public func restart() async throws(RecoursError) {
        await stop()
        let port = running.withLock { $0.port }
        let server = try await Self.listen(script, credentials, port: port)
        running.withLock { $0 = server }
    }
}
