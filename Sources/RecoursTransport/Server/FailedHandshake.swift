// SPDX-License-Identifier: EUPL-1.2

package import RecoursTLS

/// A connection that ended before anybody was known on it.
package struct FailedHandshake: Sendable {
    /// What became of it, as logs and metrics name it.
    package enum Reason: String, Sendable, CaseIterable {
        /// There were too many handshakes, in all or from its address.
        case overLimit = "over_limit"
        case timedOut = "timed_out"
        /// The peer hung up, or its network did.
        case closed
        /// No TLS 1.3, or against its rules.
        case protocolViolation = "protocol_violation"
        case tooLarge = "too_large"
        case noApplicationProtocol = "no_application_protocol"
        case otherServerName = "other_server_name"
        case noCertificate = "no_certificate"
        case unknownAuthority = "unknown_authority"
        /// Ended, or not yet begun.
        case outOfValidity = "out_of_validity"
        case revoked
        /// Whether it is revoked cannot be known.
        case noRevocationList = "no_revocation_list"
        /// Another use, an unusual key, a weak signature.
        case unfitCertificate = "unfit_certificate"
        /// The peer did not take our certificate, or ended it for a reason of its own.
        case refusedByPeer = "refused_by_peer"
        /// A fault of ours.
        case internalError = "internal_error"
    }

    package let reason: Reason
    private let peer: PeerAddress
    /// Which certificate was refused, if one was.
    package let fingerprint: TLSFingerprint?
    /// OpenSSL's words, or ours; never the peer's.
    package let detail: String

    /// Address and port.
    package var remoteAddress: String { peer.text }

    /// One that was not begun.
    init(overLimitFrom peer: PeerAddress) {
        self.peer = peer
        (reason, fingerprint, detail) = (.overLimit, nil, "")
    }

    init(_ failure: HandshakeHandler.Failure, from peer: PeerAddress) {
        self.peer = peer
        switch failure {
        case .timedOut: (reason, fingerprint, detail) = (.timedOut, nil, "")
        case .closed, .transport: (reason, fingerprint, detail) = (.closed, nil, "")
        case .tls(let error):
            reason = Reason(error)
            fingerprint = error.peerFingerprint
            detail = error.cause ?? error.message
        }
    }
}

extension FailedHandshake.Reason {
    fileprivate init(_ error: TLSError) {
        self =
            switch error.code {
            case .peerCertificateRefused: Self(refusedWith: error)
            case .applicationProtocolRefused: .noApplicationProtocol
            case .handshakeTooLarge: .tooLarge
            case .certificateRefusedByPeer, .refusedByPeer: .refusedByPeer
            case .truncated: .closed
            case .protocolViolation:
                error.alert == .unrecognizedName ? .otherServerName : .protocolViolation
            default: .internalError
            }
    }

    /// What the alert that we sent says of the certificate.
    private init(refusedWith error: TLSError) {
        self =
            switch error.alert {
            case .certificateRequired: .noCertificate
            case .unknownAuthority: .unknownAuthority
            case .certificateExpired: .outOfValidity
            case .certificateRevoked: .revoked
            case .internalError: .noRevocationList
            default: .unfitCertificate
            }
    }
}
