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

    let tls: TLSContext
    let issuer: CertificateIssuer?
    let tokenKey: [UInt8]
    /// What an operator should see to soon, in sentences.
    let warnings: [String]

    /// Reads everything; throws `configuration` naming the file and the setting.
    ///
    /// - Parameter now: seconds since 1970.
    init(_ configuration: Configuration, now: Int64) throws(DaemonError) {
        var warnings: [String] = []
        tls = try Self.tls(configuration)
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

    private static func tls(_ configuration: Configuration) throws(DaemonError) -> TLSContext {
        let certificate = try ServerFiles.read(
            configuration.certificate, setting: "tls.certificate")
        let key = try ServerFiles.read(configuration.key, setting: "tls.key", secrecy: .owner)
        let trust = try ServerFiles.read(configuration.trust, setting: "tls.trust")
        do throws(TLSError) {
            return try TLSContext(
                serverIdentity: TLSIdentity(certificateChainPEM: certificate, privateKeyPEM: key),
                trust: TLSTrust(certificatesPEM: trust))
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
