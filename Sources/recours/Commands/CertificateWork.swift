// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCrypto
internal import RecoursMessages

/// What the commands about certificates share.
struct CertificateWork: Sendable {
    let options: GlobalOptions

    /// Reads a kind by its English or French name. Throws `CommandError` with `usage`.
    static func kind(_ text: String) throws(CommandError) -> RecoursMessages.PartnerKind {
        guard let kind = Labels.partners.value(of: text) else {
            throw CommandError(
                .usage, ValueSentence.isNo(text, noun: .partner),
                remedy: Labels.partners.advice(for: text)
            )
        }
        return kind
    }

    /// The identity to propose: in the trust domain of the certificate in use.
    func identity(
        _ kind: RecoursMessages.PartnerKind, slug: String, instance: String
    ) throws(CommandError) -> PartnerIdentity {
        let own = try CertificateWork.certificates(options.settings().certificate.value)
        do throws(CryptoError) {
            let domain = try PartnerIdentity(certificate: own[0]).trustDomain
            return try CertificateWork.identity(
                kind, slug: slug, instance: instance, trustDomain: domain)
        } catch {
            throw CommandError(.badData, error)
        }
    }

    static func identity(
        _ kind: RecoursMessages.PartnerKind, slug: String, instance: String, trustDomain: String
    ) throws(CryptoError) -> PartnerIdentity {
        let name = kind.name?.lowercased() ?? ""
        return try PartnerIdentity(
            trustDomain: trustDomain, kind: RecoursCrypto.PartnerKind(rawValue: name) ?? .business,
            slug: slug, instance: instance)
    }

    /// The certificates of a PEM file, at least one. Throws `CommandError`.
    static func certificates(_ path: String) throws(CommandError) -> [Certificate] {
        let bytes = try InputFile.contents(path, atMost: PEM.largestBytes)
        do throws(CryptoError) {
            return try Certificate.readAll(pem: bytes)
        } catch {
            throw CommandError(
                .configuration, error, path: path)
        }
    }

    /// A request's PEM text, checked here so that a wrong file is told by its name.
    static func request(_ path: String) throws(CommandError) -> String {
        let bytes = try InputFile.contents(path, atMost: PEM.largestBytes)
        do throws(CryptoError) {
            return try CertificateRequest(pem: bytes).pem()
        } catch {
            throw CommandError(.badData, error, path: path)
        }
    }
}
