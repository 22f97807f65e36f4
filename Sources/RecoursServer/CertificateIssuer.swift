// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
package import RecoursCrypto
internal import RecoursStore
internal import RecoursWire

/// Signs partners' certificates. Of a request it takes the key alone: who the certificate is for,
/// the operator said and the server writes.
package final class CertificateIssuer: Sendable {
    /// A certificate that was signed, and the key as the registry takes it.
    struct Issued: Sendable {
        let certificatePEM: String
        let key: RecoursStore.BoundKey
    }

    /// One authority for everybody, so there is one length: 397 days, below what any client
    /// refuses.
    private static let validityDays: ClosedRange<UInt32> = 1...397
    private static let validityDaysStandard: UInt32 = 90

    private let authority: CertificateAuthority
    private let trustDomain: String
    /// The authority's certificate, as partners are given it.
    let trustPEM: String

    /// - Throws: ``CryptoError`` `LIBRARY_FAILED`.
    package init(
        authority: consuming CertificateAuthority, trustDomain: String
    ) throws(CryptoError) {
        trustPEM = try authority.certificate.pem()
        self.authority = authority
        self.trustDomain = trustDomain
    }

    /// Signs a request; throws INVALID_ARGUMENT naming what is wrong with it.
    func issue(
        requestPEM: String, to reference: PartnerReference, instance: String,
        validityDays: UInt32, at now: Instant
    ) throws(RPCStatus) -> Issued {
        let days = validityDays == 0 ? Self.validityDaysStandard : validityDays
        guard Self.validityDays.contains(days) else {
            let limit = Int(Self.validityDays.upperBound)
            throw RPCStatus(
                .invalid(
                    [Violation("validity_days", .tooLarge, limit: limit, actual: Int(days))]))
        }
        guard let identity = identity(of: reference, instance: instance) else {
            throw .invalid("instance", .slugForm)
        }
        let request: CertificateRequest
        do throws(CryptoError) {
            request = try CertificateRequest(pem: Array(requestPEM.utf8))
        } catch {
            // Says which of the three it was: not a request, a wrong signature, a refused kind of
            // key.
            var status = RPCStatus.invalid("certificate_request_pem", .identifierForm)
            status.message = "\(error.message). \(error.remedy)"
            throw status
        }
        return try sign(request.publicKey, identity, days: Int(days), at: now)
    }

    private func sign(
        _ publicKey: PublicKey, _ identity: PartnerIdentity, days: Int, at now: Instant
    ) throws(RPCStatus) -> Issued {
        do throws(CryptoError) {
            let certificate = try authority.issuePartnerCertificate(
                for: publicKey, identity: identity, days: days,
                now: now.millisecondsSince1970 / 1_000)
            return Issued(
                certificatePEM: try certificate.pem(),
                key: RecoursStore.BoundKey(
                    spkiSHA256: certificate.publicKeyFingerprint.bytes,
                    notAfter: Instant(millisecondsSince1970: certificate.notAfter * 1_000),
                    instance: identity.instance))
        } catch {
            if error.code == .authorityUnfit { throw RPCStatus(.noAuthority) }
            throw RPCStatus(.store(.internalError("A certificate could not be signed")))
        }
    }

    private func identity(
        of reference: PartnerReference, instance: String
    ) -> PartnerIdentity? {
        guard let kind = RecoursCrypto.PartnerKind(rawValue: reference.kind.name) else {
            return nil
        }
        return try? PartnerIdentity(
            trustDomain: trustDomain, kind: kind, slug: reference.slug, instance: instance)
    }
}
