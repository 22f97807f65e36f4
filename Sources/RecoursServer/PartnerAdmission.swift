// SPDX-License-Identifier: EUPL-1.2

internal import Logging
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
    /// What the log says of a peer that was turned away.
    private enum Rejection: String, Error, Sendable {
        case unreadableCertificate = "the certificate names no partner"
        case otherTrustDomain = "the certificate is of another trust domain"
        case unknownKey = "the key is bound to no such partner"
        case tooManyConnections = "the partner has too many connections"
    }

    let registry: PartnerRegistry
    let trustDomain: String
    let logger: Logger

    func admit(
        _ connection: PeerConnection
    ) throws(AdmissionRefusal) -> any Sendable & AnyObject {
        do throws(Rejection) {
            return try decide(connection)
        } catch {
            logger.info(
                "connection refused",
                metadata: [
                    "reason": "\(error.rawValue)", "address": "\(connection.remoteAddress)",
                ])
            throw AdmissionRefusal(
                error == .tooManyConnections
                    ? "Too many connections of this partner." : "This certificate is not admitted.")
        }
    }

    func closed(_ connection: PeerConnection, identity: any Sendable & AnyObject) {
        if let peer = identity as? Peer { registry.leave(peer) }
    }

    private func decide(_ connection: PeerConnection) throws(Rejection) -> Peer {
        let certificate: Certificate
        let identity: PartnerIdentity
        do throws(CryptoError) {
            certificate = try Certificate(derBytes: connection.certificate.derBytes)
            identity = try PartnerIdentity(certificate: certificate)
        } catch {
            throw .unreadableCertificate
        }
        guard identity.trustDomain == trustDomain else { throw .otherTrustDomain }
        guard let kind = RecoursCases.PartnerKind(name: identity.kind.rawValue) else {
            throw .unreadableCertificate
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
