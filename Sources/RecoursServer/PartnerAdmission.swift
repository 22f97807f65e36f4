// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursCrypto
internal import RecoursMessages
internal import RecoursTLS
internal import RecoursTransport

/// Who a connection is, from the certificate that TLS has accepted: the strict SPIFFE name in it,
/// our trust domain, and a key that the registry binds to that very partner (security.md §4.2).
///
/// A peer that is turned away is told nothing of which of these failed; the log is.
struct PartnerAdmission: ConnectionAdmission {
    /// Why a peer was turned away, as logs and metrics name it.
    enum Rejection: String, Error, Sendable, CaseIterable {
        /// The certificate names no partner.
        case noPartnerName = "no_partner_name"
        case otherTrustDomain = "other_trust_domain"
        /// The key is bound to no such partner.
        case unknownKey = "unknown_key"
        case tooManyConnections = "too_many_connections"
    }

    let registry: PartnerRegistry
    let trustDomain: String
    let refusals: RefusalLog

    func admit(
        _ connection: PeerConnection
    ) throws(AdmissionRefusal) -> any Sendable & AnyObject {
        do throws(Rejection) {
            return try decide(connection)
        } catch {
            refusals.note(
                error.rawValue, address: connection.remoteAddress,
                fingerprint: try? SHA256.hash(of: connection.certificate.derBytes))
            throw AdmissionRefusal(
                error == .tooManyConnections
                    ? "Too many connections of this partner." : "This certificate is not admitted.")
        }
    }

    func closed(_ connection: PeerConnection, identity: any Sendable & AnyObject) {
        if let peer = identity as? Peer { registry.leave(peer) }
    }

    func failed(_ handshake: FailedHandshake) {
        refusals.note(
            handshake.reason.rawValue, address: handshake.remoteAddress,
            fingerprint: handshake.fingerprint?.bytes, detail: handshake.detail)
    }

    private func decide(_ connection: PeerConnection) throws(Rejection) -> Peer {
        let certificate: Certificate
        let identity: PartnerIdentity
        do throws(CryptoError) {
            certificate = try Certificate(derBytes: connection.certificate.derBytes)
            identity = try PartnerIdentity(certificate: certificate)
        } catch {
            throw .noPartnerName
        }
        guard identity.trustDomain == trustDomain else { throw .otherTrustDomain }
        guard let kind = RecoursCases.PartnerKind(name: identity.kind.rawValue) else {
            throw .noPartnerName
        }
        do throws(PartnerRegistry.Rejection) {
            return try registry.admit(
                PartnerReference(kind: kind, slug: identity.slug),
                spkiSHA256: certificate.publicKeyFingerprint.bytes,
                certificateNotAfter: Instant(
                    millisecondsSince1970: certificate.notAfter * 1_000)
            ) {
                connection.close(.revoked, message: "The key was revoked.")
            }
        } catch {
            switch error {
            case .unknownKey: throw .unknownKey
            case .tooManyConnections: throw .tooManyConnections
            }
        }
    }
}
