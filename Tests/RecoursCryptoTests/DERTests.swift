// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursCrypto
import Testing

@Suite("Objects in DER")
struct DERTests {
    /// Memory of this process that is in use, in bytes.
    private func residentBytes() throws -> Int {
        let text = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
        let pages = try #require(text.split(separator: " ").dropFirst().first.flatMap { Int($0) })
        return pages * Int(getpagesize())
    }

    @Test("An object with a byte behind it is refused, and nothing of it stays in memory")
    func bytesBehind() throws {
        let key = try PrivateKey.generate()
        let identity = try PartnerIdentity(
            trustDomain: "recours.example", kind: .platform, slug: "acme", instance: "batch-1")
        let request = try CertificateRequest(proposing: identity, key: key).derBytes + [0]
        let authority = try CertificateAuthority.make(name: "Recours", years: 1, now: 1)
        let certificate = authority.certificate.derBytes + [0]
        let publicKey = key.publicKey.derBytes + [0]
        let before = try residentBytes()
        for _ in 0..<5_000 {
            #expect(throws: CryptoError.self) { try Certificate(derBytes: certificate) }
            #expect(throws: CryptoError.self) { try CertificateRequest(derBytes: request) }
            #expect(throws: CryptoError.self) { try PublicKey(derBytes: publicKey) }
        }
        // Each is some kilobytes: leaked, these would be forty megabytes.
        #expect(try residentBytes() - before < 10_000_000)
    }
}
