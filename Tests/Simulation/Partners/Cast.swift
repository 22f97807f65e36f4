// SPDX-License-Identifier: EUPL-1.2

import Glibc
import RecoursCases
import RecoursClient
import RecoursCrypto
import RecoursProof
import RecoursServer
import RecoursStore
import RecoursTLS

/// Who plays in every run, and what makes them trust each other. Made once, before the first seed.
final class Cast: Sendable {
    static let trustDomain = "recours.test"
    static let tokenKey = [UInt8](0..<32)
    /// 15 January 2026, ten in the morning in Paris.
    static let beginning: Int64 = 1_768_467_600

    /// One partner of the server.
    struct Player: Sendable {
        let reference: RecoursCases.PartnerReference
        /// The firm for which it files; empty: it files nothing.
        let siren: String
        /// DER.
        let certificate: [UInt8]
        /// What its programs' clients are made like.
        let client: RecoursClient
        /// For connections without the SDK.
        let context: TLSContext
        let key: RecoursStore.BoundKey

        var name: String { reference.slug }
        var kind: RecoursCases.PartnerKind { reference.kind }
        var isPlatform: Bool { kind == .platform }
        var isMediator: Bool { kind == .mediator }
        /// Looks for what is none of its business.
        var isIntruder: Bool { name == "mallory" || name == "eve" }
    }

    let serverContext: TLSContext
    let receipts: ReceiptSigner
    let evidence: EvidenceDirectory
    let players: [Player]

    /// Two of each kind, so that each has somebody whose cases are none of its business; and two
    /// who look for just these.
    private static let roles: [(RecoursCases.PartnerKind, String, siren: String)] = [
        (.association, "alpha", "732829320"), (.association, "beta", "552100554"),
        (.business, "gamma", "542065479"), (.platform, "amazon", ""), (.platform, "wish", ""),
        (.mediator, "durand", ""), (.mediator, "leroy", ""),
        (.association, "mallory", "443061841"), (.platform, "eve", ""),
    ]

    init() throws {
        let authority = try CertificateAuthority.make(
            name: "Simulated authority", years: 10, now: Cast.beginning)
        let trustPEM = Array(try authority.certificate.pem().utf8)
        let serverKey = try PrivateKey.generate()
        let certificate = try authority.issueServerCertificate(
            for: serverKey.publicKey, dnsNames: ["localhost"], ipAddresses: ["127.0.0.1"],
            days: 398, now: Cast.beginning)
        serverContext = try TLSContext(
            serverIdentity: TLSIdentity(
                certificateChainPEM: Array(try certificate.pem().utf8),
                privateKeyPEM: Array(try serverKey.pem().utf8)),
            trust: TLSTrust(certificatesPEM: trustPEM))
        receipts = try ReceiptSigner(key: .generateEd25519(), trustDomain: Cast.trustDomain)
        var options = EvidenceOptions()
        // Nobody brings files here; what the server does by itself at its start has its turn at
        // once.
        options.turns = StoreTurns { turns, loop in
            Machine.shared.post { while turns.take(loop) {} }
        }
        evidence = try EvidenceDirectory.temporary(options: options) {
            try SHA256ContentHasher()
        }
        var players: [Player] = []
        for (kind, slug, siren) in Cast.roles {
            players.append(try Cast.player(kind, slug, siren, authority, trustPEM))
        }
        self.players = players
    }

    private static func player(
        _ kind: RecoursCases.PartnerKind, _ slug: String, _ siren: String,
        _ authority: borrowing CertificateAuthority, _ trustPEM: [UInt8]
    ) throws -> Player {
        let key = try PrivateKey.generate()
        guard let named = RecoursCrypto.PartnerKind(rawValue: kind.name) else {
            throw Breach("no such kind: \(kind)")
        }
        let certificate = try authority.issuePartnerCertificate(
            for: key.publicKey,
            identity: PartnerIdentity(
                trustDomain: trustDomain, kind: named, slug: slug, instance: "main"),
            days: 398, now: beginning)
        let certificatePEM = Array(try certificate.pem().utf8)
        let keyPEM = Array(try key.pem().utf8)
        return Player(
            reference: RecoursCases.PartnerReference(kind: kind, slug: slug), siren: siren,
            certificate: certificate.derBytes,
            client: try RecoursClient(
                endpoint: "localhost:7443",
                identity: .pemBytes(certificate: certificatePEM, key: keyPEM),
                trust: .pemBytes(trustPEM)),
            context: try TLSContext(
                clientIdentity: TLSIdentity(
                    certificateChainPEM: certificatePEM, privateKeyPEM: keyPEM),
                trust: TLSTrust(certificatesPEM: trustPEM)),
            key: RecoursStore.BoundKey(
                spkiSHA256: certificate.publicKeyFingerprint.bytes,
                notAfter: Instant(millisecondsSince1970: certificate.notAfter * 1_000),
                instance: "main"))
    }

    /// Registers everybody with a store that is new.
    func register(in store: CaseStore, at now: Instant) async throws {
        for player in players {
            try await Registration.register(
                player.reference, name: player.name,
                siren: player.kind == .business ? player.siren : "", key: player.key, at: now,
                in: store)
            guard player.kind == .association, let from = CalendarDate(iso: "2020-01-01") else {
                continue
            }
            // What alpha files for gamma's firm, gamma sees.
            let firms = player.name == "alpha" ? [player.siren, "542065479"] : [player.siren]
            try await Registration.register(
                firms.map {
                    RecoursStore.Mandate(
                        association: player.name, siren: $0, from: from, until: nil,
                        documentSHA256: [])
                }, in: store)
        }
    }
}
