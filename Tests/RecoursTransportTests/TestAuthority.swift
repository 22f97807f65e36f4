// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursCrypto
import RecoursTLS

/// Certificates for the tests, made once a run: a key costs more than most tests.
struct TestAuthority: Sendable {
    static let shared = Result { try TestAuthority() }
    /// Another CA of the same form, whose partners nobody here knows.
    static let foreign = Result { try TestAuthority() }

    let trust: TLSTrust
    let server: TLSIdentity
    let partner: TLSIdentity

    private init() throws {
        let now = Int64(Date().timeIntervalSince1970)
        let authority = try CertificateAuthority.make(name: "Recours test", years: 2, now: now)
        trust = TLSTrust(certificatesPEM: Array(try authority.certificate.pem().utf8))
        let serverKey = try PrivateKey.generate()
        server = try TestAuthority.identity(
            try authority.issueServerCertificate(
                for: serverKey.publicKey, dnsNames: ["recours.example"],
                ipAddresses: ["127.0.0.1"], days: 30, now: now), serverKey)
        let partnerKey = try PrivateKey.generate()
        partner = try TestAuthority.identity(
            try authority.issuePartnerCertificate(
                for: partnerKey.publicKey,
                identity: try PartnerIdentity(
                    trustDomain: "recours.example", kind: .association, slug: "acme",
                    instance: "1"), days: 30, now: now), partnerKey)
    }

    private static func identity(
        _ certificate: Certificate, _ key: borrowing PrivateKey
    ) throws -> TLSIdentity {
        TLSIdentity(
            certificateChainPEM: Array(try certificate.pem().utf8),
            privateKeyPEM: Array(try key.pem().utf8))
    }
}
