// SPDX-License-Identifier: EUPL-1.2

import RecoursCrypto

/// What an authority of ours issues. Keys are drawn anew, so these differ between runs.
struct CertificateSeeds {
    let authority: [UInt8]
    let partner: [UInt8]
    let server: [UInt8]
    let request: CertificateRequest
    let publicKey: [UInt8]
    let chainPEM: [UInt8]
    let keyPEM: [UInt8]

    init() throws {
        let now: Int64 = 1_543_536_000
        let key = try PrivateKey.generate()
        let maker = try CertificateAuthority.make(name: "Recours", years: 5, now: now)
        let identity = try PartnerIdentity(
            trustDomain: "recours.example", kind: .platform, slug: "acme", instance: "batch-1")
        let issued = try maker.issuePartnerCertificate(
            for: key.publicKey, identity: identity, days: 90, now: now)
        authority = maker.certificate.derBytes
        partner = issued.derBytes
        server = try maker.issueServerCertificate(
            for: key.publicKey, dnsNames: ["recours.example"], ipAddresses: ["::1", "127.0.0.1"],
            days: 90, now: now
        ).derBytes
        request = try CertificateRequest(proposing: identity, key: key)
        publicKey = key.publicKey.derBytes
        chainPEM = Array((try issued.pem() + maker.certificate.pem()).utf8)
        keyPEM = Array(try key.pem().utf8)
    }
}
