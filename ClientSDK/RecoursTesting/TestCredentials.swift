// SPDX-License-Identifier: EUPL-1.2

internal import Glibc
internal import RecoursCases
internal import RecoursClient
internal import RecoursCrypto
internal import RecoursServer
internal import RecoursStore
internal import RecoursTLS

/// What one test server needs to be trusted: an authority of its own that lives in memory, the
/// server's certificate, and an operator's. All end within a day.
struct TestCredentials: Sendable {
    static let trustDomain = "recours.test"

    let serverContext: TLSContext
    /// Signs what partners ask for.
    let issuer: CertificateIssuer
    let trust: RecoursTrust
    let operatorPEM: (certificate: [UInt8], key: [UInt8], trust: [UInt8])
    /// The operator's key, as the registry takes it.
    let operatorKey: RecoursStore.BoundKey

    var operatorIdentity: RecoursIdentity {
        .pemBytes(certificate: operatorPEM.certificate, key: operatorPEM.key)
    }

    static let operatorReference = RecoursCases.PartnerReference(kind: .operator, slug: "test")
    static var now: Int64 { Int64(time(nil)) }

    /// Throws `CryptoError` or `TLSError` if OpenSSL does not work.
    init() throws {
        let now = Self.now
        let authority = try CertificateAuthority.make(
            name: "Recours test authority", years: 1, now: now)
        let trustPEM = Array(try authority.certificate.pem().utf8)

        let serverKey = try PrivateKey.generate()
        let serverCertificate = try authority.issueServerCertificate(
            for: serverKey.publicKey, dnsNames: ["localhost"], ipAddresses: ["127.0.0.1", "::1"],
            days: 1, now: now)
        serverContext = try TLSContext(
            serverIdentity: TLSIdentity(
                certificateChainPEM: Array(try serverCertificate.pem().utf8),
                privateKeyPEM: Array(try serverKey.pem().utf8)),
            trust: TLSTrust(certificatesPEM: trustPEM))

        let key = try PrivateKey.generate()
        let certificate = try authority.issuePartnerCertificate(
            for: key.publicKey,
            identity: try PartnerIdentity(
                trustDomain: Self.trustDomain, kind: .operator,
                slug: Self.operatorReference.slug, instance: "main"),
            days: 1, now: now)
        operatorPEM = (Array(try certificate.pem().utf8), Array(try key.pem().utf8), trustPEM)
        operatorKey = RecoursStore.BoundKey(
            spkiSHA256: certificate.publicKeyFingerprint.bytes,
            notAfter: Instant(millisecondsSince1970: certificate.notAfter * 1_000),
            instance: "main")
        trust = .pemBytes(trustPEM)
        issuer = try CertificateIssuer(authority: authority, trustDomain: Self.trustDomain)
    }

    /// The same, with this module's error.
    static func make() throws(RecoursError) -> TestCredentials {
        do {
            return try TestCredentials()
        } catch {
            throw RecoursError(
                code: .internal, message: "no certificates could be made: \(error)")
        }
    }

    /// A new key, and the request that asks for its certificate.
    static func request(
        _ kind: RecoursCrypto.PartnerKind, _ slug: String
    ) throws(CryptoError) -> (keyPEM: String, requestPEM: String) {
        let key = try PrivateKey.generate()
        let identity = try PartnerIdentity(
            trustDomain: trustDomain, kind: kind, slug: slug, instance: "main")
        let request = try CertificateRequest(proposing: identity, key: key)
        return (try key.pem(), try request.pem())
    }
}
