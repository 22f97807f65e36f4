// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCrypto
internal import RecoursServer
internal import RecoursTLS

/// The keys and certificates of a server, read and found to fit each other.
struct ServerCredentials: Sendable {
    /// From thirty days before its end a certificate is worth a warning (security.md §4.2).
    private static let warningDays: Int64 = 30
    private static let daySeconds: Int64 = 86_400
    private static let tokenKeyBytes = 32

    /// The revocation lists that were read together with the certificates.
    struct Revoked: Sendable {
        let files: RevocationFiles
        let stamps: [RevocationFiles.Stamp]
        /// Who may sign lists.
        let trust: TLSTrust
        /// The authority whose certificates are revoked in the registry, and so need no list.
        let exempt: TLSTrust?
        let lists: TLSRevocationLists
        /// What contexts ask. It outlives these credentials, and has the lists once they are used.
        let asked: TLSRevocation
    }

    let tls: TLSContext
    /// Nil if no lists are asked.
    let revoked: Revoked?
    let issuer: CertificateIssuer?
    let tokenKey: [UInt8]
    /// What an operator should see to soon, in sentences.
    let warnings: [String]

    /// Reads everything; throws `configuration` naming the file and the setting.
    ///
    /// - Parameters:
    ///   - asked: what the contexts before asked about revoked certificates.
    ///   - now: seconds since 1970.
    init(
        _ configuration: Configuration, replacing asked: TLSRevocation? = nil, now: Int64
    ) throws(DaemonError) {
        var warnings: [String] = []
        let trust = TLSTrust(
            certificatesPEM: try ServerFiles.read(configuration.trust, setting: "tls.trust"))
        revoked = try Self.revoked(configuration, trust, replacing: asked, now: now)
        tls = try Self.tls(configuration, trust, revoked?.asked)
        if let validity = tls.certificateValidity {
            let path = configuration.certificate
            guard now <= validity.notAfter else {
                throw .configuration(
                    "the certificate \(path) (tls.certificate) has ended",
                    remedy: "Put a new one in its place.")
            }
            warnings += Self.warning(path, endingAt: validity.notAfter, now)
        }
        tokenKey = try ServerFiles.read(
            configuration.tokensKey, setting: "keys.tokens", secrecy: .owner)
        guard tokenKey.count == Self.tokenKeyBytes else {
            throw .configuration(
                "\(configuration.tokensKey) (keys.tokens) has \(tokenKey.count) bytes, not 32",
                remedy: "Make it with: head -c 32 /dev/urandom")
        }
        if let paths = configuration.authority {
            let authority = try Self.authority(paths)
            warnings += Self.warning(
                paths.certificate, endingAt: authority.certificate.notAfter, now)
            do throws(CryptoError) {
                issuer = try CertificateIssuer(
                    authority: authority, trustDomain: configuration.trustDomain)
            } catch {
                throw .configuration("\(error.message) (authority)", remedy: error.remedy)
            }
        } else {
            issuer = nil
        }
        self.warnings = warnings
    }

    private static func revoked(
        _ configuration: Configuration, _ trust: TLSTrust, replacing asked: TLSRevocation?,
        now: Int64
    ) throws(DaemonError) -> Revoked? {
        guard let files = configuration.revoked else { return nil }
        let exempt = try configuration.authority.map { (paths) throws(DaemonError) in
            TLSTrust(
                certificatesPEM: try ServerFiles.read(
                    paths.certificate, setting: "authority.certificate"))
        }
        // Before they are read: a file that changes meanwhile is read again.
        let stamps = files.stamps()
        let lists = try files.lists(
            trust: trust, exempt: exempt, replacing: asked?.lists, now: now)
        return Revoked(
            files: files, stamps: stamps, trust: trust, exempt: exempt, lists: lists,
            asked: asked ?? TLSRevocation(lists))
    }

    private static func tls(
        _ configuration: Configuration, _ trust: TLSTrust, _ revocation: TLSRevocation?
    ) throws(DaemonError) -> TLSContext {
        let certificate = try ServerFiles.read(
            configuration.certificate, setting: "tls.certificate")
        let key = try ServerFiles.read(configuration.key, setting: "tls.key", secrecy: .owner)
        do throws(TLSError) {
            return try TLSContext(
                serverIdentity: TLSIdentity(certificateChainPEM: certificate, privateKeyPEM: key),
                trust: trust, revocation: revocation)
        } catch {
            let files = [configuration.certificate, configuration.key, configuration.trust]
            throw .configuration(
                "\(error.message) (one of \(files.joined(separator: ", ")))",
                remedy: error.remedy)
        }
    }

    private static func authority(
        _ paths: Configuration.Authority
    ) throws(DaemonError) -> CertificateAuthority {
        let certificate = try ServerFiles.read(
            paths.certificate, setting: "authority.certificate")
        let key = try ServerFiles.read(paths.key, setting: "authority.key", secrecy: .owner)
        do throws(CryptoError) {
            guard let first = try Certificate.readAll(pem: certificate).first else {
                throw CryptoError(
                    code: .certificateUnreadable, message: "The file holds no certificate")
            }
            return try CertificateAuthority(certificate: first, key: PrivateKey(pem: key))
        } catch {
            throw .configuration(
                "\(error.message) (\(paths.certificate), \(paths.key))", remedy: error.remedy)
        }
    }

    private static func warning(_ path: String, endingAt end: Int64, _ now: Int64) -> [String] {
        let days = (end - now) / daySeconds
        guard days < warningDays else { return [] }
        return ["the certificate \(path) ends in \(days) days"]
    }
}
