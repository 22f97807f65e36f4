// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursCrypto
import RecoursTLS

/// A private CA with one server's and any number of partners' certificates, made for a test.
struct Authority: ~Copyable {
    let now = Int64(Date().timeIntervalSince1970)
    let authority: CertificateAuthority

    init() throws {
        authority = try CertificateAuthority.make(
            name: "Recours test", years: 2, now: now - 200 * 86_400)
    }

    func trust() throws -> TLSTrust {
        TLSTrust(certificatesPEM: Array(try authority.certificate.pem().utf8))
    }

    func server() throws -> TLSIdentity {
        let key = try PrivateKey.generate()
        let certificate = try authority.issueServerCertificate(
            for: key.publicKey, dnsNames: ["recours.example"], ipAddresses: ["127.0.0.1"], days: 90,
            now: now)
        return try Self.identity(certificate, key)
    }

    /// A partner's, made so many days before today and good for 90.
    func partner(madeDaysAgo days: Int64 = 0) throws -> TLSIdentity {
        let key = try PrivateKey.generate()
        let identity = try PartnerIdentity(
            trustDomain: "recours.example", kind: .association, slug: "acme", instance: "1")
        let certificate = try authority.issuePartnerCertificate(
            for: key.publicKey, identity: identity, days: 90, now: now - days * 86_400)
        return try Self.identity(certificate, key)
    }

    /// The authority's own certificate, used as if it were a partner's.
    func itself() throws -> TLSIdentity {
        TLSIdentity(
            certificateChainPEM: Array(try authority.certificate.pem().utf8),
            privateKeyPEM: Array(try authority.keyPEM().utf8))
    }

    private static func identity(
        _ certificate: Certificate, _ key: borrowing PrivateKey
    ) throws -> TLSIdentity {
        TLSIdentity(
            certificateChainPEM: Array(try certificate.pem().utf8),
            privateKeyPEM: Array(try key.pem().utf8))
    }
}
