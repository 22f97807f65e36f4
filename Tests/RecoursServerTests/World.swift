// SPDX-License-Identifier: EUPL-1.2

import Logging
import NIOCore
import RecoursCases
import RecoursCrypto
import RecoursMessages
import RecoursStore
import RecoursTLS
import RecoursTransport
import RecoursWire
import Synchronization
import Testing

@testable import RecoursServer

/// A server over a store in memory, on a port of its own, and the certificates to call it with.
final class World: Sendable {
    static let siren = "732829320"

    /// What a partner connects with.
    struct Credentials: Sendable {
        let certificatePEM: String
        let keyPEM: String
        let spkiSHA256: [UInt8]
    }

    let service: RecoursService
    let server: RPCServer
    let store: CaseStore
    private let authority: Authority
    private let clock: TestClock

    /// The authority's certificate and key, to make certificates beside the server's issuer.
    private struct Authority: Sendable {
        let certificatePEM: String
        let keyPEM: String

        func open() throws -> CertificateAuthority {
            let certificates = try Certificate.readAll(pem: Array(certificatePEM.utf8))
            return try CertificateAuthority(
                certificate: try #require(certificates.first),
                key: PrivateKey(pem: Array(keyPEM.utf8)))
        }
    }

    /// The machine's clock, moved by tests.
    final class TestClock: Sendable {
        let aheadMilliseconds = Atomic<Int64>(0)

        func now() -> Instant {
            let system = WallClock.system().millisecondsSince1970
            return Instant(
                millisecondsSince1970: system + aheadMilliseconds.load(ordering: .relaxed))
        }

        func set(to instant: Instant) {
            let system = WallClock.system().millisecondsSince1970
            aheadMilliseconds.store(
                instant.millisecondsSince1970 - system, ordering: .relaxed)
        }
    }

    init(
        limits: ServiceLimits = ServiceLimits(), logger: Logger? = nil, issues: Bool = true,
        beginning: Instant? = nil, evidence: EvidenceDirectory? = nil,
        isSandbox: Bool = false, over given: CaseStore? = nil
    ) async throws {
        let now = WallClock.system().millisecondsSince1970 / 1_000
        let root = try CertificateAuthority.make(name: "Test authority", years: 1, now: now)
        authority = Authority(
            certificatePEM: try root.certificate.pem(), keyPEM: try root.keyPEM())
        let key = try PrivateKey.generate()
        let certificate = try root.issueServerCertificate(
            for: key.publicKey, dnsNames: ["localhost"], ipAddresses: ["127.0.0.1"], days: 1,
            now: now)
        let tls = try TLSContext(
            serverIdentity: TLSIdentity(
                certificateChainPEM: Array(certificate.pem().utf8),
                privateKeyPEM: Array(key.pem().utf8)),
            trust: TLSTrust(certificatesPEM: Array(authority.certificatePEM.utf8)))
        store =
            try given
            ?? CaseStore(backend: MemoryBackend(), codec: StoreCodec(), onPoison: { _ in })
        let clock = TestClock()
        if let beginning { clock.set(to: beginning) }
        self.clock = clock
        var options = RecoursService.Options(
            trustDomain: "recours.test", tokenKey: [UInt8](0..<32))
        if issues {
            options.issuer = try CertificateIssuer(
                authority: authority.open(), trustDomain: "recours.test")
        }
        options.limits = limits
        options.isSandbox = isSandbox
        options.evidence = evidence
        options.clock = WallClock(now: clock.now)
        options.logger = logger ?? Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let operators = try Self.sign(.operator, "root", authority)
        try await Registration.register(
            PartnerReference(kind: .operator, slug: "root"), name: "Root",
            key: Self.key(operators), at: WallClock.system(), in: store)
        service = try await RecoursService(store: store, options: options)
        server = try await service.start(RPCServerConfiguration(), tls: tls)
        self.operators = operators
    }

    let operators: Credentials

    /// Ends everything; each test calls it.
    func stop() async {
        await stopServing()
        store.close()
    }

    /// Ends the server, and leaves its store to another.
    func stopServing() async {
        await service.drain(server, within: .seconds(5))
    }

    /// Noon in Paris on a winter's day; the clock goes on from there, and never back.
    func setDay(_ text: String) throws {
        clock.set(to: try World.noon(text))
    }

    static func noon(_ text: String) throws -> Instant {
        let day = Int64(try #require(CalendarDate(iso: text)).dayNumber)
        return Instant(millisecondsSince1970: day * 86_400_000 + 11 * 3_600_000)
    }

    /// What is left of a server whose store has stopped.
    func closeStore() {
        store.close()
    }

    // MARK: Certificates

    func credentials(
        _ kind: RecoursMessages.PartnerKind, _ slug: String, trustDomain: String = "recours.test"
    ) throws -> Credentials {
        try Self.sign(
            #require(.init(rawValue: kind.rawValue)), slug, authority, trustDomain: trustDomain)
    }

    private static func sign(
        _ kind: RecoursCases.PartnerKind, _ slug: String, _ authority: Authority,
        trustDomain: String = "recours.test"
    ) throws -> Credentials {
        let key = try PrivateKey.generate()
        let identity = try PartnerIdentity(
            trustDomain: trustDomain, kind: try #require(.init(rawValue: kind.name)), slug: slug,
            instance: "main")
        let certificate = try authority.open().issuePartnerCertificate(
            for: key.publicKey, identity: identity, days: 1,
            now: WallClock.system().millisecondsSince1970 / 1_000)
        return Credentials(
            certificatePEM: try certificate.pem(), keyPEM: try key.pem(),
            spkiSHA256: certificate.publicKeyFingerprint.bytes)
    }

    private static func key(_ credentials: Credentials) -> RecoursStore.BoundKey {
        RecoursStore.BoundKey(
            spkiSHA256: credentials.spkiSHA256, notAfter: WallClock.system(), instance: "main")
    }

    func connect(_ credentials: Credentials) async throws -> ClientConnection {
        let tls = try TLSContext(
            clientIdentity: TLSIdentity(
                certificateChainPEM: Array(credentials.certificatePEM.utf8),
                privateKeyPEM: Array(credentials.keyPEM.utf8)),
            trust: TLSTrust(certificatesPEM: Array(authority.certificatePEM.utf8)))
        return try await ClientConnection.connect(
            host: "127.0.0.1", port: server.port, tls: tls, timeout: .seconds(5))
    }

    /// Whether a connection with these credentials is turned away: at once, or at its first call,
    /// for the server's greeting may be under way before it has judged the certificate.
    func refuses(_ credentials: Credentials) async -> Bool {
        guard let connection = try? await connect(credentials) else { return true }
        return await connection.failure(HealthServiceMethods.check, HealthCheckRequest()).code
            != .ok
    }

    // MARK: Partners

    /// Registers a partner through the service itself, and connects as it.
    func join(
        _ kind: RecoursMessages.PartnerKind, _ slug: String, siren: String = ""
    ) async throws -> ClientConnection {
        try await connect(register(kind, slug, siren: siren))
    }

    /// A partner whose key was made by itself: what is registered comes from a request.
    func register(
        _ kind: RecoursMessages.PartnerKind, _ slug: String, siren: String = ""
    ) async throws -> Credentials {
        let key = try PrivateKey.generate()
        let request = try Self.request(key, slug: slug)
        let root = try await connect(operators)
        let added: AddPartnerResponse = try await root.call(
            PartnerServiceMethods.addPartner,
            AddPartnerRequest(
                kind: kind, slug: slug, name: "Partner \(slug)",
                siren: siren, certificateRequestPem: request))
        let certificate = try #require(
            Certificate.readAll(pem: Array(added.certificatePem.utf8)).first)
        return Credentials(
            certificatePEM: added.certificatePem, keyPEM: try key.pem(),
            spkiSHA256: certificate.publicKeyFingerprint.bytes)
    }

    /// A request proposes an identity; the server must not take it from there.
    static func request(_ key: borrowing PrivateKey, slug: String) throws -> String {
        let wish = try PartnerIdentity(
            trustDomain: "elsewhere.test", kind: .operator, slug: "wished", instance: "wished")
        return try CertificateRequest(proposing: wish, key: key).pem()
    }

    /// Gives an association the right to file for a firm, from long ago and for ever.
    func mandate(_ association: String, for siren: String = World.siren) async throws {
        let from = try #require(CalendarDate(iso: "2020-01-01"))
        try await Registration.register(
            [
                RecoursStore.Mandate(
                    association: association, siren: siren, from: from, until: nil,
                    documentSHA256: [])
            ], in: store)
    }
}

extension ClientConnection {
    /// A unary call with a deadline that a test can wait for.
    func call<Request: RecoursMessage, Response: RecoursMessage>(
        _ method: MethodDescriptor, _ request: Request, key: [UInt8]? = nil,
        timeout: Duration = .seconds(10)
    ) async throws(CallFailure) -> Response {
        try await unary(method, request, CallOptions(timeout: timeout, idempotencyKey: key))
    }

    /// The status of a call that must fail.
    func failure<Request: RecoursMessage>(
        _ method: MethodDescriptor, _ request: Request, key: [UInt8]? = nil
    ) async -> RPCStatus {
        do throws(CallFailure) {
            let _: HealthCheckResponse = try await call(method, request, key: key)
            return .ok
        } catch {
            return error.status
        }
    }
}

/// Drafts and keys.
enum Sample {
    private static let counter = Atomic<UInt64>(0)

    /// 16 bytes that no other test has.
    static func key() -> [UInt8] {
        let number = counter.add(1, ordering: .relaxed).newValue
        return [UInt8](repeating: 7, count: 8) + number.bigEndianBytes
    }

    static func draft(
        _ reference: String, siren: String = World.siren, platform: String = "amazon",
        facts: String = "The listing was taken down without any word of why."
    ) -> RecoursMessages.CaseDraft {
        RecoursMessages.CaseDraft(
            complainant: .init(
                kind: .business, legalName: "Atelier du Bois", siren: siren,
                contact: .init(name: "Camille Morel", email: "camille@atelier.example")),
            platformID: platform, platformAccountRef: "A1B2C3", category: .delisting,
            title: "Listing taken down", facts: facts, desiredRemedies: [.relisted],
            incidentOn: "2026-01-15", country: "FR", language: "fr", disclosure: .identified,
            urgency: .standard, externalRef: reference)
    }

    static func explanation(_ identifier: [UInt8]) -> RecoursMessages.PlatformResponse {
        RecoursMessages.PlatformResponse(
            responseID: identifier, type: .remedyDone, remedies: [.init(kind: .relisted)],
            text: "The listing is back.")
    }
}
