// SPDX-License-Identifier: EUPL-1.2

import Logging
import RecoursMessages
import RecoursTLS
import RecoursTransport
import RecoursWire
import Synchronization

/// A server with the tests' service on a free port, and clients of it.
final class TestServer: Sendable {
    let methods = TestMethods()
    let interceptor = RecordingInterceptor()
    let admission = RecordingAdmission()
    let rpc: RPCServer

    private init(_ configure: (inout RPCServerConfiguration) -> Void) async throws {
        var configuration = RPCServerConfiguration()
        configure(&configuration)
        let authority = try TestAuthority.shared.get()
        rpc = try await RPCServer.start(
            configuration,
            tls: try TLSContext(serverIdentity: authority.server, trust: authority.trust),
            router: methods.router, interceptor: interceptor, admission: admission,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    /// Runs a test with a server of its own, and ends that.
    static func with(
        _ configure: (inout RPCServerConfiguration) -> Void = { _ in },
        _ body: (TestServer) async throws -> Void
    ) async throws {
        let server = try await TestServer(configure)
        do {
            try await body(server)
        } catch {
            await server.end()
            throw error
        }
        await server.end()
    }

    private func end() async {
        methods.gate.open()
        await rpc.drain(within: .milliseconds(100))
    }

    func client(
        host: String = "127.0.0.1", _ change: (inout ConnectionLimits) -> Void = { _ in }
    ) async throws(CallFailure) -> ClientConnection {
        var limits = ConnectionLimits()
        change(&limits)
        return try await ClientConnection.connect(
            host: host, port: rpc.port, tls: TestServer.tls(), limits: limits,
            timeout: .seconds(5))
    }

    /// The context of a partner whom the server knows, unless told otherwise.
    static func tls(
        _ identity: TLSIdentity? = nil, trust: TLSTrust? = nil
    ) throws(CallFailure) -> TLSContext {
        do {
            let authority = try TestAuthority.shared.get()
            return try TLSContext(
                clientIdentity: identity ?? authority.partner, trust: trust ?? authority.trust)
        } catch {
            throw CallFailure(RPCStatus(.internal, "\(error)"), origin: .local)
        }
    }
}

/// Notes every call that it let in, and how it ended.
final class RecordingInterceptor: CallInterceptor {
    private let ended = Mutex<[(method: String, outcome: CallOutcome)]>([])
    let refusal = Mutex<RPCStatus?>(nil)

    var outcomes: [(method: String, outcome: CallOutcome)] { ended.withLock { $0 } }

    func before(_ call: CallContext) throws(RPCStatus) {
        if let refusal = refusal.withLock({ $0 }) { throw refusal }
    }

    func after(_ call: CallContext, _ outcome: CallOutcome) {
        ended.withLock { $0.append((call.method, outcome)) }
    }
}

/// Admits everybody, unless told otherwise.
final class RecordingAdmission: ConnectionAdmission {
    final class Guest: Sendable {}

    private struct Memory {
        weak var guest: Guest?
    }

    let refusal = Mutex<AdmissionRefusal?>(nil)
    private let present = Mutex<[UInt64: PeerConnection]>([:])
    private let guests = Mutex<[Memory]>([])

    var connections: [PeerConnection] { present.withLock { Array($0.values) } }
    /// What was ever given out as an identity, and is still held by somebody.
    var heldIdentities: Int { guests.withLock { $0.count { $0.guest != nil } } }

    func admit(
        _ connection: PeerConnection
    ) throws(AdmissionRefusal) -> any Sendable & AnyObject {
        if let refusal = refusal.withLock({ $0 }) { throw refusal }
        present.withLock { $0[connection.number] = connection }
        let guest = Guest()
        guests.withLock { $0.append(Memory(guest: guest)) }
        return guest
    }

    func closed(_ connection: PeerConnection, identity: any Sendable & AnyObject) {
        present.withLock { $0[connection.number] = nil }
    }
}

extension ClientConnection {
    func call(
        _ method: MethodDescriptor, _ parcel: Parcel, timeout: Duration? = .seconds(8)
    ) async throws(CallFailure) -> Parcel {
        try await unary(method, parcel, CallOptions(timeout: timeout))
    }

    func stream(
        _ method: MethodDescriptor, timeout: Duration? = .seconds(8)
    ) async throws(CallFailure) -> StreamingCall<Parcel, Parcel> {
        try await streaming(method, CallOptions(timeout: timeout))
    }

    /// How a call fails; nil if it does not.
    func failure(
        _ method: MethodDescriptor, _ parcel: Parcel, timeout: Duration? = .seconds(8)
    ) async -> CallFailure? {
        do throws(CallFailure) {
            _ = try await call(method, parcel, timeout: timeout)
            return nil
        } catch {
            return error
        }
    }
}
