// SPDX-License-Identifier: EUPL-1.2

internal import Logging
internal import RecoursCases
internal import RecoursCrypto
internal import RecoursTLS
internal import RecoursTransport
internal import RecoursWire

/// Who a connection is, from the certificate that TLS has accepted: the strict SPIFFE name in it,
/// our trust domain, and a key that the registry binds to that very partner (security.md §4.2).
///
/// A peer that is turned away is told nothing of which of these failed; the log is.
struct Admission: ConnectionAdmission {
    /// What the log says of a peer that was turned away.
    enum Rejection: String, Error, Sendable {
        case unreadableCertificate = "the certificate names no partner"
        case otherTrustDomain = "the certificate is of another trust domain"
        case unknownKey = "the key is bound to no such partner"
        case tooManyConnections = "the partner has too many connections"
        case draining = "the server is draining"
    }

    let registry: PartnerRegistry
    let status: ServingStatus
    let trustDomain: String
    let logger: Logger

    func admit(
        _ connection: PeerConnection
    ) throws(AdmissionRefusal) -> any Sendable & AnyObject {
        do throws(Rejection) {
            return try decide(derBytes: connection.certificate.derBytes) {
                connection.close(.revoked, message: "The key was revoked.")
            }
        } catch {
            logger.info(
                "connection refused",
                metadata: [
                    "reason": "\(error.rawValue)", "address": "\(connection.remoteAddress)",
                ])
            throw AdmissionRefusal("This certificate is not admitted.")
        }
    }

    func closed(_ connection: PeerConnection, identity: any Sendable & AnyObject) {
        if let peer = identity as? Peer { registry.leave(peer) }
    }

    /// - Parameters:
    ///   - derBytes: the peer's leaf, accepted by TLS.
    ///   - close: closes the connection as revoked.
    private func decide(
        derBytes: [UInt8], close: @escaping PartnerRegistry.Close
    ) throws(Rejection) -> Peer {
        if status.current == .draining { throw .draining }
        let certificate: Certificate
        let identity: PartnerIdentity
        do throws(CryptoError) {
            certificate = try Certificate(derBytes: derBytes)
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
                    millisecondsSince1970: certificate.notAfter * 1_000),
                close: close)
        } catch {
            switch error {
            case .unknownKey: throw .unknownKey
            case .tooManyConnections: throw .tooManyConnections
            }
        }
    }
}
