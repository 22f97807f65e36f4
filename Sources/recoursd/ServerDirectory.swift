// SPDX-License-Identifier: EUPL-1.2

internal import Glibc
internal import RecoursCases
internal import RecoursCrypto
internal import RecoursServer
internal import RecoursStore

/// The directory that `recoursd init` makes.
struct ServerDirectory {
    /// The authority outlives its leaves by far: replacing it means touching every partner.
    private static let authorityYears = 10
    private static let leafDays = 90

    private let path: String
    private let dnsNames: [String]
    private let addresses: [String]
    private let trustDomain: String
    private let organization: String
    private let listen: String
    /// Nil: the store is SQLite's.
    private let postgres: String?
    /// Seconds since 1970.
    private let now: Int64

    /// Checks what can be checked before anything is made.
    init(
        path: String, hosts: [String], listen: String?, trustDomain: String,
        organization: String, postgres: String? = nil, now: Int64
    ) throws(DaemonError) {
        self.postgres = postgres
        self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        dnsNames = ["localhost"] + hosts.filter { !Self.isAddress($0) && $0 != "localhost" }
        addresses =
            ["127.0.0.1", "::1"]
            + hosts.filter { Self.isAddress($0) && $0 != "127.0.0.1" && $0 != "::1" }
        self.trustDomain = trustDomain
        self.organization = organization
        self.now = now
        // Who names hosts wants to be reached under them.
        let everywhere = hosts.contains { $0.contains(":") } ? "[::]:7443" : "0.0.0.0:7443"
        self.listen = listen ?? (hosts.isEmpty ? "127.0.0.1:7443" : everywhere)
        if try ServerFiles.isEmptyDirectory(self.path) == false {
            throw DaemonError(
                code: .cannotCreate, message: "\(self.path) is not empty",
                remedy: "Give a directory that is missing or empty: nothing is overwritten.")
        }
        _ = try operatorIdentity()
    }

    /// Makes everything, each part durable before the next.
    func make() async throws(DaemonError) {
        if try ServerFiles.isEmptyDirectory(path) == nil { try ServerFiles.makeDirectory(path) }
        for part in ["authority", "server", "operator", "keys", "store"] {
            try ServerFiles.makeDirectory("\(path)/\(part)")
        }
        let certificate = try makeCertificates()
        try ServerFiles.write(
            Self.crypto { () throws(CryptoError) in try SecureRandom.bytes(count: 32) },
            to: "\(path)/keys/tokens.key", secrecy: .owner)
        try ReceiptKey.make("\(path)/proof/key.pem")
        try await makeStore(operatorCertificate: certificate)
        // Last, so that a directory without it is one whose making broke off.
        try ServerFiles.write(
            ConfigurationFile.text(changing: [
                "trustDomain": .text(trustDomain), "listen": .text(listen),
                "postgres": .text(postgres ?? ""),
            ]),
            to: "\(path)/recoursd.json")
    }

    /// What is printed in the end.
    var nextSteps: String {
        """
        Made \(path): an authority, a server certificate, an operator's certificate, an empty store.

        Keep \(path)/authority/key.pem secret: whoever has it can be any partner.
        The certificates of server and operator end in \(Self.leafDays) days.

        Next:
          recoursd serve --config \(path)
          recours --profile \(path)/operator ping
          recours --profile \(path)/operator partner add --kind association --name "…"
        """
    }

    // MARK: Certificates

    /// - Returns: the operator's certificate.
    private func makeCertificates() throws(DaemonError) -> Certificate {
        let identity = try operatorIdentity()
        let made = try Self.crypto { () throws(CryptoError) in
            try Made(
                organization: organization, dnsNames: dnsNames, addresses: addresses,
                identity: identity, days: Self.leafDays, years: Self.authorityYears, now: now)
        }
        try ServerFiles.write(
            made.authorityKey, to: "\(path)/authority/key.pem", secrecy: .owner)
        try ServerFiles.write(made.authority, to: "\(path)/authority/certificate.pem")
        try ServerFiles.write(made.serverKey, to: "\(path)/server/key.pem", secrecy: .owner)
        try ServerFiles.write(made.server, to: "\(path)/server/certificate.pem")
        try ServerFiles.write(made.operatorKey, to: "\(path)/operator/key.pem", secrecy: .owner)
        try ServerFiles.write(made.operator, to: "\(path)/operator/certificate.pem")
        try ServerFiles.write(made.authority, to: "\(path)/operator/trust.pem")
        try ServerFiles.write(profile, to: "\(path)/operator/profile.json")
        return made.operatorCertificate
    }

    /// What the CLI reads: paths count from the profile's own directory.
    private var profile: String {
        let host = dnsNames.dropFirst().first ?? "127.0.0.1"
        let port = listen.split(separator: ":").last ?? "7443"
        return """
            {
              "endpoint": \(JSONValue.quoted("\(host):\(port)")),
              "certificate": "certificate.pem",
              "key": "key.pem",
              "trust": "trust.pem"
            }

            """
    }

    private func operatorIdentity() throws(DaemonError) -> PartnerIdentity {
        try Self.crypto { () throws(CryptoError) in
            try PartnerIdentity(
                trustDomain: trustDomain, kind: .operator, slug: "operator", instance: "main")
        }
    }

    private static func crypto<Value>(
        _ body: () throws(CryptoError) -> Value
    ) throws(DaemonError) -> Value {
        do throws(CryptoError) {
            return try body()
        } catch {
            throw .configuration(error.message, remedy: error.remedy)
        }
    }

    private static func isAddress(_ host: String) -> Bool {
        var space = in6_addr()
        return inet_pton(AF_INET, host, &space) == 1 || inet_pton(AF_INET6, host, &space) == 1
    }

    // MARK: Store

    /// An empty store, but for the operator: without one nobody could register anybody.
    private func makeStore(
        operatorCertificate: Certificate
    ) async throws(DaemonError) {
        let reference = RecoursCases.PartnerReference(kind: .operator, slug: "operator")
        let key = RecoursStore.BoundKey(
            spkiSHA256: operatorCertificate.publicKeyFingerprint.bytes,
            notAfter: Instant(millisecondsSince1970: operatorCertificate.notAfter * 1_000),
            instance: "main")
        let opened = try OpenedStore(
            directory: "\(path)/store", postgres: postgres, sealingKey: nil, onPoison: { _ in })
        defer { opened.store.close() }
        do throws(StoreError) {
            try await Registration.register(
                reference, name: organization, key: key,
                at: Instant(millisecondsSince1970: now * 1_000), in: opened.store)
        } catch {
            throw DaemonError(error)
        }
    }
}

/// Keys and certificates in PEM, all made before the first is written.
private struct Made {
    let authority: String
    let authorityKey: String
    let server: String
    let serverKey: String
    let `operator`: String
    let operatorKey: String
    let operatorCertificate: Certificate

    init(
        organization: String, dnsNames: [String], addresses: [String], identity: PartnerIdentity,
        days: Int, years: Int, now: Int64
    ) throws(CryptoError) {
        let root = try CertificateAuthority.make(
            name: "\(organization) authority", years: years, now: now)
        authority = try root.certificate.pem()
        authorityKey = try root.keyPEM()
        let serverPrivateKey = try PrivateKey.generate()
        server = try root.issueServerCertificate(
            for: serverPrivateKey.publicKey, dnsNames: dnsNames, ipAddresses: addresses,
            days: days, now: now
        ).pem()
        serverKey = try serverPrivateKey.pem()
        let operatorPrivateKey = try PrivateKey.generate()
        operatorCertificate = try root.issuePartnerCertificate(
            for: operatorPrivateKey.publicKey, identity: identity, days: days, now: now)
        `operator` = try operatorCertificate.pem()
        operatorKey = try operatorPrivateKey.pem()
    }
}
