// SPDX-License-Identifier: EUPL-1.2

internal import Glibc
internal import RecoursCrypto

/// Looks at the files of a profile: readable, private, belonging together, still valid.
struct IdentityChecks: Sendable {
    /// A rotation takes somebody's attention; two weeks are a holiday.
    static let warningDays = 14
    /// Clocks of two machines may differ so much.
    static let secondsADay: Int64 = 86_400

    let settings: ConnectionSettings
    let nowSeconds: Int64

    func run() -> [Finding] {
        keyFindings() + certificateFindings() + trustFindings()
    }

    private func keyFindings() -> [Finding] {
        let path = settings.key.value
        var information = stat()
        guard stat(path, &information) == 0 else {
            return [
                .fail(
                    "key", "`\(path)` cannot be found: \(SystemError.text())",
                    "Put the partner's private key there.")
            ]
        }
        do throws(CommandError) {
            _ = try publicKey()
        } catch {
            return [.fail("key", error.message, error.remedy)]
        }
        if let finding = IdentityChecks.modeFinding(path, mode: information.st_mode) {
            return [finding]
        }
        return [.ok("key", "\(path), readable by its owner alone")]
    }

    /// Nil if nobody but the owner may read the key.
    static func modeFinding(_ path: String, mode: mode_t) -> Finding? {
        guard mode & 0o077 != 0 else { return nil }
        return .fail(
            "key", "`\(path)` can be used by others (mode \(String(mode & 0o777, radix: 8)))",
            "Run: chmod 600 \(path)")
    }

    private func publicKey() throws(CommandError) -> PublicKey {
        let bytes = try InputFile.contents(settings.key.value, atMost: PEM.largestBytes)
        do throws(CryptoError) {
            return try PrivateKey(pem: bytes).publicKey
        } catch {
            throw CommandError(.configuration, error.message, remedy: error.remedy)
        }
    }

    private func certificateFindings() -> [Finding] {
        let certificate: Certificate
        do throws(CommandError) {
            certificate = try CertificateWork.certificates(settings.certificate.value)[0]
        } catch {
            return [.fail("certificate", error.message, error.remedy)]
        }
        var findings = [
            IdentityChecks.validityFinding(
                notBefore: certificate.notBefore, notAfter: certificate.notAfter, now: nowSeconds)
        ]
        if let identity = try? PartnerIdentity(certificate: certificate) {
            findings.append(.ok("identity", identity.uri))
        } else {
            findings.append(
                .fail(
                    "identity", "the certificate names no partner",
                    "Use the certificate that the operator of the server signed."))
        }
        if let key = try? publicKey(), key.derBytes != certificate.publicKeyBytes {
            findings.append(
                .fail(
                    "pair", "key and certificate do not belong together",
                    "Take both from the same profile directory."))
        }
        return findings
    }

    static func validityFinding(notBefore: Int64, notAfter: Int64, now: Int64) -> Finding {
        let days = (notAfter - now) / secondsADay
        if now < notBefore {
            return .fail(
                "certificate", "it is not valid yet", "Set this machine's clock, or wait.")
        }
        if now > notAfter {
            return .fail(
                "certificate", "it ended \(-days) days ago",
                "Send the operator a request: recours certificate request.")
        }
        if days < Int64(warningDays) {
            return .warning(
                "certificate", "it ends in \(days) days",
                "Send the operator a request now: recours certificate request.")
        }
        return .ok("certificate", "valid for \(days) more days")
    }

    private func trustFindings() -> [Finding] {
        do throws(CommandError) {
            let authorities = try CertificateWork.certificates(settings.trust.value)
            guard authorities.contains(where: \.isAuthority) else {
                return [
                    .fail(
                        "trust", "`\(settings.trust.value)` holds no authority's certificate",
                        "Take trust.pem from the profile directory.")
                ]
            }
            return authorities.map { authority in
                let finding = IdentityChecks.validityFinding(
                    notBefore: authority.notBefore, notAfter: authority.notAfter, now: nowSeconds)
                return Finding(
                    check: "trust", verdict: finding.verdict,
                    text: finding.verdict == .ok ? authority.subject : finding.text,
                    remedy: finding.verdict == .ok ? "" : "Ask the operator for the new trust.pem.")
            }
        } catch {
            return [.fail("trust", error.message, error.remedy)]
        }
    }
}
