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
/// what is found and listed. A script says what becomes of the next calls of one method.
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
        /// It fails with this status.
        case fail(StatusCode, message: String = "scripted", retryAfter: Duration? = nil)
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
    private let trust: RecoursTrust
    private let identity: RecoursIdentity
    private let server: RPCServer

    /// `127.0.0.1:port`.
    public var endpoint: String { "127.0.0.1:\(server.port)" }

    /// Starts a server without a script. Throws `RecoursError` if none can be had.
    public static func start() async throws(RecoursError) -> ScriptedRecours {
        do {
            return try await ScriptedRecours()
        } catch {
            throw RecoursError(
                code: .internal, message: "no scripted server could be started: \(error)")
        }
    }

    private init() async throws {
        let credentials = try TestCredentials()
        let script = Script()
        var router = MethodRouter()
        ScriptedCases(script: script).register(in: &router)
        ScriptedInbox(script: script).register(in: &router)
        ScriptedResponses(script: script).register(in: &router)
        ScriptedActions(script: script).register(in: &router)
        ScriptedHealth(script: script).register(in: &router)
        self.script = script
        trust = credentials.trust
        identity = credentials.operatorIdentity
        server = try await RPCServer.start(
            RPCServerConfiguration(), tls: credentials.serverContext, router: router,
            interceptor: script, admission: script,
            logger: Logger(label: "recours.testing") { _ in SwiftLogNoOpLogHandler() })
    }

    /// What is found, listed and pulled.
    public var cases: [Case] {
        get { script.cases }
        set { script.cases = newValue }
    }

    /// Calls that came, in order; also those that a script let fail.
    public var calls: [ReceivedCall] { script.calls }

    /// Appends to what becomes of the next calls of a method; later ones are answered.
    public func script(_ method: String, _ steps: [Step]) {
        script.append(steps, for: method)
    }

    /// A client of this server.
    public func client(
        configure: (inout RecoursConfiguration) -> Void = { _ in }
    ) throws(RecoursError) -> RecoursClient {
        try RecoursClient(
            endpoint: endpoint, identity: identity, trust: trust, configure: configure)
    }

    /// Closes every connection.
    public func stop() async {
        await server.drain(within: .milliseconds(200))
    }
}
