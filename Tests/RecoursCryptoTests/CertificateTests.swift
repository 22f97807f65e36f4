// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursCrypto
import Testing

@Suite("Keys, requests and certificates")
struct CertificateTests {
    static let day: Int64 = 86_400
    let now = Int64(Date().timeIntervalSince1970)

    private func partner(_ kind: PartnerKind = .association) throws -> PartnerIdentity {
        try PartnerIdentity(
            trustDomain: "recours.example", kind: kind, slug: "acme", instance: "batch-1")
    }

    @Test("A key goes through PEM unchanged, and openssl reads it")
    func keyRoundTrip() throws {
        let key = try PrivateKey.generate()
        let pem = try key.pem()
        let again = try PrivateKey(pem: Array(pem.utf8))
        #expect(again.publicKey == key.publicKey)
        #expect(key.publicKey.kind == .p256)
        let judge = try Judge()
        try judge.keep(pem, as: "key.pem")
        let answer = try judge.run("pkey", "-in", "key.pem", "-noout", "-text")
        #expect(answer.code == 0)
        #expect(answer.output.contains("prime256v1"))
    }

    @Test("Keys that openssl makes are read or refused by their kind")
    func foreignKeys() throws {
        let judge = try Judge()
        func make(_ name: String, _ algorithm: String, _ option: String? = nil) throws -> [UInt8] {
            let answer =
                if let option {
                    try judge.run(
                        "genpkey", "-algorithm", algorithm, "-pkeyopt", option, "-out", name)
                } else {
                    try judge.run("genpkey", "-algorithm", algorithm, "-out", name)
                }
            #expect(answer.code == 0, "\(answer.output)")
            return try judge.bytes(of: name)
        }
        let p384 = try make("a", "EC", "ec_paramgen_curve:P-384")
        let kind384 = try PrivateKey(pem: p384).publicKey.kind
        #expect(kind384 == .p384)
        let ed25519 = try make("b", "ED25519")
        let kind25519 = try PrivateKey(pem: ed25519).publicKey.kind
        #expect(kind25519 == .ed25519)
        let refused = [
            try make("c", "EC", "ec_paramgen_curve:P-521"),
            try make("d", "EC", "ec_paramgen_curve:secp256k1"),
            try make("e", "RSA", "rsa_keygen_bits:2048"), try make("f", "X25519"),
        ]
        for pem in refused {
            #expect(cryptoErrorCode { try PrivateKey(pem: pem) } == .keyKindRefused)
        }
        // The same curve, but written out in its parameters.
        let explicit = try judge.run(
            "ecparam", "-name", "prime256v1", "-param_enc", "explicit", "-genkey", "-noout", "-out",
            "g")
        #expect(explicit.code == 0)
        let explicitPEM = try judge.bytes(of: "g")
        #expect(
            cryptoErrorCode { try PrivateKey(pem: explicitPEM) } == .keyKindRefused)
        let locked = try judge.run(
            "pkey", "-in", "a", "-aes256", "-passout", "pass:secret", "-out", "h")
        #expect(locked.code == 0)
        let lockedPEM = try judge.bytes(of: "h")
        #expect(cryptoErrorCode { try PrivateKey(pem: lockedPEM) } == .keyEncrypted)
        #expect(cryptoErrorCode { try PrivateKey(pem: []) } == .keyUnreadable)
        #expect(
            cryptoErrorCode { try PrivateKey(pem: Array("no".utf8)) } == .keyUnreadable)
    }

    @Test("Issued certificates satisfy openssl verify for their purpose, and only for it")
    func issuedChains() throws {
        let authority = try CertificateAuthority.make(name: "Recours test", years: 2, now: now)
        let key = try PrivateKey.generate()
        let server = try authority.issueServerCertificate(
            for: key.publicKey, dnsNames: ["localhost", "recours.example"],
            ipAddresses: ["127.0.0.1", "::1"], days: 90, now: now)
        let client = try authority.issuePartnerCertificate(
            for: key.publicKey, identity: try partner(), days: 90, now: now)
        let judge = try Judge()
        try judge.keep(try authority.certificate.pem(), as: "ca.pem")
        try judge.keep(try server.pem(), as: "server.pem")
        try judge.keep(try client.pem(), as: "client.pem")
        func verify(_ purpose: String, _ file: String, _ more: String...) throws -> Bool {
            // -x509_strict asks for everything that RFC 5280 asks for.
            let start = ["verify", "-x509_strict", "-CAfile", "ca.pem", "-purpose", purpose]
            return try judge.run(list: start + more + [file]).code == 0
        }
        #expect(try verify("sslserver", "server.pem"))
        #expect(try verify("sslserver", "server.pem", "-verify_hostname", "recours.example"))
        #expect(try verify("sslserver", "server.pem", "-verify_ip", "127.0.0.1"))
        #expect(try verify("sslserver", "server.pem", "-verify_ip", "::1"))
        #expect(try !verify("sslserver", "server.pem", "-verify_hostname", "other.example"))
        #expect(try !verify("sslclient", "server.pem"))
        #expect(try verify("sslclient", "client.pem"))
        #expect(try !verify("sslserver", "client.pem"))
        let late = String(now + 91 * Self.day)
        #expect(try !verify("sslclient", "client.pem", "-attime", late))
        let text = try judge.run("x509", "-in", "client.pem", "-noout", "-text", "-serial").output
        #expect(text.contains("URI:spiffe://recours.example/partner/association/acme/batch-1"))
        #expect(text.contains("CA:FALSE"))
        #expect(text.contains("Digital Signature"))
        #expect(text.contains("serial=\(client.serialText.uppercased())"))
    }

    @Test("A certificate reads back as it was issued")
    func reading() throws {
        let authority = try CertificateAuthority.make(name: "Recours test", years: 2, now: now)
        let key = try PrivateKey.generate()
        let issued = try authority.issuePartnerCertificate(
            for: key.publicKey, identity: try partner(), days: 90, now: now)
        let pem = try issued.pem()
        #expect(try Certificate.readAll(pem: Array(pem.utf8)) == [issued])
        #expect(issued.publicKeyFingerprint == key.publicKey.fingerprint)
        #expect(try issued.publicKey() == key.publicKey)
        #expect(issued.notBefore == now - 300)
        #expect(issued.notAfter == now + 90 * Self.day)
        #expect(issued.serialNumber.count == 16)
        #expect(issued.subject == "CN=acme,OU=batch-1")
        #expect(issued.issuer == "CN=Recours test")
        #expect(issued.mayAuthenticateClients && !issued.mayAuthenticateServers)
        #expect(!issued.isAuthority && !issued.maySignCertificates)
        #expect(try PartnerIdentity(certificate: issued) == (try partner()))
        let server = try authority.issueServerCertificate(
            for: key.publicKey, dnsNames: ["localhost"], ipAddresses: ["192.0.2.1"], days: 1,
            now: now)
        #expect(server.dnsNames == [Array("localhost".utf8)])
        #expect(server.ipAddresses == [[192, 0, 2, 1]])
        #expect(server.mayAuthenticateServers && !server.mayAuthenticateClients)
        #expect(server.serialNumber != issued.serialNumber)
        #expect(cryptoErrorCode { try PartnerIdentity(certificate: server) } == .identityRefused)
        let root = authority.certificate
        #expect(root.isAuthority && root.maySignCertificates)
        #expect(cryptoErrorCode { try PartnerIdentity(certificate: root) } == .identityRefused)
    }

    @Test("The key's fingerprint is the one openssl computes")
    func fingerprint() throws {
        let key = try PrivateKey.generate()
        let judge = try Judge()
        try judge.keep(try key.pem(), as: "key.pem")
        let export = try judge.run(
            "pkey", "-in", "key.pem", "-pubout", "-outform", "DER", "-out", "public.der")
        #expect(export.code == 0)
        let answer = try judge.run("dgst", "-sha256", "-r", "public.der")
        #expect(answer.output.hasPrefix(key.publicKey.fingerprint.hexadecimal))
    }

    @Test("A request is read, and only its key is taken from it")
    func requests() throws {
        let key = try PrivateKey.generate()
        let wish = try partner(.operator)
        let request = try CertificateRequest(proposing: wish, key: key)
        let pem = try request.pem()
        let read = try CertificateRequest(pem: Array(pem.utf8))
        #expect(read == request)
        #expect(read.publicKey == key.publicKey)
        let judge = try Judge()
        try judge.keep(pem, as: "request.pem")
        let answer = try judge.run("req", "-in", "request.pem", "-verify", "-noout", "-text")
        #expect(answer.code == 0)
        #expect(answer.output.contains("URI:\(wish.uri)"))
        let authority = try CertificateAuthority.make(name: "Recours test", years: 2, now: now)
        let issued = try authority.issuePartnerCertificate(
            for: read.publicKey, identity: try partner(), days: 90, now: now)
        #expect(try PartnerIdentity(certificate: issued).kind == .association)
    }

    @Test("A request changed after signing, cut or lengthened is refused")
    func brokenRequests() throws {
        let key = try PrivateKey.generate()
        let request = try CertificateRequest(proposing: try partner(), key: key)
        var forged = request.derBytes
        let place = try #require(
            forged.indices.first { forged[$0...].starts(with: Array("acme".utf8)) })
        forged[place] = UInt8(ascii: "b")
        #expect(
            cryptoErrorCode { try CertificateRequest(derBytes: forged) }
                == .requestSignatureWrong)
        for count in 0..<request.derBytes.count {
            let cut = Array(request.derBytes.prefix(count))
            #expect(
                cryptoErrorCode { try CertificateRequest(derBytes: cut) }
                    == .requestUnreadable)
        }
        let longer = request.derBytes + [0]
        #expect(
            cryptoErrorCode { try CertificateRequest(derBytes: longer) }
                == .requestUnreadable)
    }

    @Test("A request for an RSA key is refused")
    func foreignRequest() throws {
        let judge = try Judge()
        let made = try judge.run(
            "req", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout", "k.pem", "-subj", "/CN=x",
            "-out", "r.pem")
        #expect(made.code == 0)
        let pem = try judge.bytes(of: "r.pem")
        #expect(
            cryptoErrorCode { try CertificateRequest(pem: pem) } == .keyKindRefused)
    }

    @Test("A cut or lengthened certificate is refused, and no changed byte harms")
    func brokenCertificates() throws {
        let authority = try CertificateAuthority.make(name: "Recours test", years: 2, now: now)
        let whole = authority.certificate.derBytes
        for count in 0..<whole.count {
            let cut = Array(whole.prefix(count))
            #expect(
                cryptoErrorCode { try Certificate(derBytes: cut) }
                    == .certificateUnreadable)
        }
        #expect(
            cryptoErrorCode { try Certificate(derBytes: whole + [0]) }
                == .certificateUnreadable)
        for place in whole.indices {
            var changed = whole
            changed[place] ^= 0x41
            // Read or refused with the one code; never anything else.
            let code = cryptoErrorCode { try Certificate(derBytes: changed) }
            #expect(code == nil || code == .certificateUnreadable)
        }
    }

    @Test("Certificates of other tools with wrong URI names are no partner's")
    func foreignNames() throws {
        let judge = try Judge()
        // Without it the command would add extensions of its own.
        try judge.keep("[req]\ndistinguished_name = name\n[name]\n", as: "plain.cnf")
        let good = "spiffe://recours.example/partner/association/acme/batch-1"
        let names = [
            "URI:\(good),URI:spiffe://recours.example/partner/operator/root/1",
            "URI:\(good),URI:\(good)",
            "DNS:recours.example", "URI:\(good)/", "email:a@b.example",
        ]
        for (place, name) in names.enumerated() {
            let list = [
                "req", "-x509", "-config", "plain.cnf", "-newkey", "ec", "-pkeyopt",
                "ec_paramgen_curve:P-256", "-nodes",
                "-keyout", "k\(place)", "-subj", "/CN=\(good.replacing("/", with: "\\/"))", "-out",
                "c\(place)",
                "-addext", "basicConstraints=critical,CA:FALSE",
                "-addext", "keyUsage=critical,digitalSignature",
                "-addext", "extendedKeyUsage=clientAuth", "-addext", "subjectAltName=\(name)",
            ]
            let made = try judge.run(list: list)
            #expect(made.code == 0, "\(made.output)")
            let certificate = try #require(
                try Certificate.readAll(pem: try judge.bytes(of: "c\(place)")).first)
            #expect(certificate.mayAuthenticateClients && !certificate.isAuthority)
            #expect(
                cryptoErrorCode { try PartnerIdentity(certificate: certificate) }
                    == .identityRefused, "\(name)")
        }
    }

    @Test("An authority refuses what it can't stand for")
    func authorityRefusals() throws {
        let authority = try CertificateAuthority.make(name: "Recours test", years: 1, now: now)
        let key = try PrivateKey.generate()
        let publicKey = key.publicKey
        for name in ["", "a,DNS:b", "a b", "-a.example", "a..b", "a.", "*", "*.com", "é.example"] {
            let answer = cryptoErrorCode {
                try authority.issueServerCertificate(
                    for: publicKey, dnsNames: [name], ipAddresses: [], days: 1, now: now)
            }
            #expect(answer == .invalidArgument, "\(name)")
        }
        for address in ["", "1.2.3", "localhost", "1.2.3.4/8"] {
            let answer = cryptoErrorCode {
                try authority.issueServerCertificate(
                    for: publicKey, dnsNames: [], ipAddresses: [address], days: 1, now: now)
            }
            #expect(answer == .invalidArgument, "\(address)")
        }
        let identity = try partner()
        for days in [0, -1, 399] {
            let answer = cryptoErrorCode {
                try authority.issuePartnerCertificate(
                    for: publicKey, identity: identity, days: days, now: now)
            }
            #expect(answer == .invalidArgument)
        }
        let ended = cryptoErrorCode {
            try authority.issuePartnerCertificate(
                for: publicKey, identity: identity, days: 1, now: now + 366 * Self.day)
        }
        #expect(ended == .authorityUnfit)
        let last = try authority.issuePartnerCertificate(
            for: publicKey, identity: identity, days: 90, now: now + 300 * Self.day)
        #expect(last.notAfter == authority.certificate.notAfter)
        let certificate = authority.certificate
        #expect(
            cryptoErrorCode {
                try CertificateAuthority(certificate: certificate, key: try PrivateKey.generate())
            } == .authorityUnfit)
        #expect(
            cryptoErrorCode {
                try CertificateAuthority.make(name: "", years: 1, now: now)
            } == .invalidArgument)
    }

    @Test("An authority kept in PEM issues again under the same root")
    func keptAuthority() throws {
        let made = try CertificateAuthority.make(name: "Recours test", years: 2, now: now)
        let certificate = try #require(
            try Certificate.readAll(pem: Array(try made.certificate.pem().utf8)).first)
        let kept = try CertificateAuthority(
            certificate: certificate, key: try PrivateKey(pem: Array(try made.keyPEM().utf8)))
        let key = try PrivateKey.generate()
        let issued = try kept.issuePartnerCertificate(
            for: key.publicKey, identity: try partner(), days: 7, now: now)
        let judge = try Judge()
        try judge.keep(try certificate.pem(), as: "ca.pem")
        try judge.keep(try issued.pem(), as: "leaf.pem")
        #expect(try judge.run("verify", "-CAfile", "ca.pem", "leaf.pem").code == 0)
    }
}
