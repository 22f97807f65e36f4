// SPDX-License-Identifier: EUPL-1.2

import RecoursCrypto
import Testing

@Suite("Partner identity")
struct PartnerIdentityTests {
    static let start = "spiffe://recours.example/partner/"
    static let longLabel = String(repeating: "a", count: 63)

    @Test("Each kind is read, and written as it was", arguments: PartnerKind.allCases)
    func kinds(kind: PartnerKind) throws {
        let uri = "\(Self.start)\(kind.rawValue)/acme-2/batch-1"
        let identity = try PartnerIdentity(uri: uri)
        #expect(identity.trustDomain == "recours.example")
        #expect(identity.kind == kind)
        #expect(identity.slug == "acme-2")
        #expect(identity.instance == "batch-1")
        #expect(identity.uri == uri)
    }

    @Test(
        "What the rules allow at their edges is read",
        arguments: [
            "spiffe://a/partner/platform/b/c",
            "spiffe://a_b.c-d.0/partner/platform/0/-",
            "spiffe://recours.example/partner/operator/\(longLabel)/\(longLabel)",
        ])
    func edges(uri: String) throws {
        #expect(try PartnerIdentity(uri: uri).uri == uri)
    }

    static let wrong: [String] = [
        // Not a whole URI of this scheme.
        "", "spiffe", "spiffe:", "spiffe:/", "spiffe://", "spiffe:///", "/partner/platform/a/b",
        "http://recours.example/partner/platform/a/b",
        "SPIFFE://recours.example/partner/platform/a/b",
        "Spiffe://recours.example/partner/platform/a/b", " " + start + "platform/a/b",
        "spiffe:/recours.example/partner/platform/a/b",
        "spiffe:recours.example/partner/platform/a/b",
        // The trust domain.
        "spiffe:///partner/platform/a/b", "spiffe://Recours.example/partner/platform/a/b",
        "spiffe://recours.example:443/partner/platform/a/b",
        "spiffe://user@recours.example/partner/platform/a/b",
        "spiffe://recours..example/partner/platform/a/b",
        "spiffe://.recours.example/partner/platform/a/b",
        "spiffe://recours.example./partner/platform/a/b",
        "spiffe://recours%2eexample/partner/platform/a/b",
        "spiffe://récours.example/partner/platform/a/b",
        "spiffe://../partner/platform/a/b",
        "spiffe://[::1]/partner/platform/a/b",
        "spiffe://\(String(repeating: "a", count: 256))/partner/platform/a/b",
        // The path's shape.
        "spiffe://recours.example", "spiffe://recours.example/", "spiffe://recours.example/partner",
        start, start + "platform", start + "platform/a", start + "platform/a/",
        start + "platform/a/b/", start + "platform/a/b/c", start + "platform//b",
        start + "/a/b", "spiffe://recours.example//partner/platform/a/b",
        "spiffe://recours.example/Partner/platform/a/b",
        "spiffe://recours.example/partners/platform/a/b",
        "spiffe://recours.example/ns/platform/a/b",
        // The kind.
        start + "Platform/a/b", start + "platforms/a/b", start + "admin/a/b", start + "*/a/b",
        start + "platform%00/a/b", start + "platform\0/a/b",
        // Slug and instance.
        start + "platform/A/b", start + "platform/a/B", start + "platform/a b/c",
        start + "platform/a_b/c", start + "platform/a.b/c", start + "platform/../b",
        start + "platform/./b", start + "platform/a/..", start + "platform/%2e%2e/b",
        start + "platform/a%62/c", start + "platform/é/b", start + "platform/a/b?x=1",
        start + "platform/a/b#x", start + "platform/a;x/b", start + "platform/a\0/b",
        start + "platform/a/b\0", start + "platform/a/b\n", start + "platform/a/b ",
        start + "platform/a\\b/c", start + "platform/\u{430}/b", start + "platform/a\u{301}/b",
        start + "platform/\(longLabel)a/b", start + "platform/a/\(longLabel)a",
        start + "platform/" + String(repeating: "a", count: 5_000) + "/b",
    ]

    @Test("Everything else is refused", arguments: wrong)
    func refusals(uri: String) {
        #expect(cryptoErrorCode { try PartnerIdentity(uri: uri) } == .identityRefused)
    }

    @Test("Bytes that are no UTF-8 are refused")
    func invalidText() {
        for byte: UInt8 in [0x80, 0xC0, 0xFF] {
            let bytes = Array("\(Self.start)platform/a".utf8) + [byte] + Array("/b".utf8)
            #expect(cryptoErrorCode { try PartnerIdentity(uriBytes: bytes) } == .identityRefused)
        }
    }

    @Test("An identity made from parts keeps the same rules")
    func parts() throws {
        let made = try PartnerIdentity(
            trustDomain: "recours.example", kind: .mediator, slug: "dupont", instance: "1")
        #expect(try PartnerIdentity(uri: made.uri) == made)
        for (domain, slug, instance) in [
            ("", "a", "b"), ("a/b", "a", "b"), ("a", "", "b"), ("a", "x/y", "b"), ("a", "b", "C"),
        ] {
            let code = cryptoErrorCode {
                try PartnerIdentity(
                    trustDomain: domain, kind: .mediator, slug: slug, instance: instance)
            }
            #expect(code == .identityRefused)
        }
    }
}
