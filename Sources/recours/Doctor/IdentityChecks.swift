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
                    .key, .keyMissing(path, why: SystemError.text()), .putKey)
            ]
        }
        do throws(CommandError) {
            _ = try publicKey()
        } catch {
            return [.fail(.key, .said(error.message), .said(error.remedy))]
        }
        if let finding = IdentityChecks.modeFinding(path, mode: information.st_mode) {
            return [finding]
        }
        return [.ok(.key, .keyPrivate(path))]
    }

    /// Nil if nobody but the owner may read the key.
    static func modeFinding(_ path: String, mode: mode_t) -> Finding? {
        guard mode & 0o077 != 0 else { return nil }
        return .fail(
            .key, .keyOpen(path, mode: String(mode & 0o777, radix: 8)), .protectKey(path))
    }

    private func publicKey() throws(CommandError) -> PublicKey {
        let bytes = try InputFile.contents(settings.key.value, atMost: PEM.largestBytes)
        do throws(CryptoError) {
            return try PrivateKey(pem: bytes).publicKey
        } catch {
            throw CommandError(.configuration, error)
        }
    }

    private func certificateFindings() -> [Finding] {
        let certificate: Certificate
        do throws(CommandError) {
            certificate = try CertificateWork.certificates(settings.certificate.value)[0]
        } catch {
            return [.fail(.certificate, .said(error.message), .said(error.remedy))]
        }
        var findings = [
            IdentityChecks.validityFinding(
                notBefore: certificate.notBefore, notAfter: certificate.notAfter, now: nowSeconds)
        ]
        if let identity = try? PartnerIdentity(certificate: certificate) {
            findings.append(.ok(.identity, .said(identity.uri)))
        } else {
            findings.append(
                .fail(
                    .identity, .noPartner, .useSigned))
        }
        if let key = try? publicKey(), key.derBytes != certificate.publicKeyBytes {
            findings.append(
                .fail(
                    .pair, .noPair, .takeBoth))
        }
        return findings
    }

    static func validityFinding(notBefore: Int64, notAfter: Int64, now: Int64) -> Finding {
        let days = (notAfter - now) / secondsADay
        if now < notBefore {
            return .fail(
                .certificate, .notYetValid, .setClockOrWait)
        }
        if now > notAfter {
            return .fail(
                .certificate, .ended(days: -days), .request)
        }
        if days < Int64(warningDays) {
            return .warning(
                .certificate, .ends(days: days), .requestNow)
        }
        return .ok(.certificate, .valid(days: days))
    }

    private func trustFindings() -> [Finding] {
        do throws(CommandError) {
            let authorities = try CertificateWork.certificates(settings.trust.value)
            guard authorities.contains(where: \.isAuthority) else {
                return [
                    .fail(
                        .trust, .noAuthority(settings.trust.value), .takeTrust)
                ]
            }
            return authorities.map { authority in
                let finding = IdentityChecks.validityFinding(
                    notBefore: authority.notBefore, notAfter: authority.notAfter, now: nowSeconds)
                let isWell = finding.verdict == .ok
                return Finding(
                    check: .trust, verdict: finding.verdict,
                    what: isWell ? .said(authority.subject) : finding.what,
                    advice: isWell ? nil : .askForTrust)
            }
        } catch {
            return [.fail(.trust, .said(error.message), .said(error.remedy))]
        }
    }
}
