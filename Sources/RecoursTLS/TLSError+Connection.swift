// SPDX-License-Identifier: EUPL-1.2

internal import COpenSSL

extension TLSError {
    static var wrongRole: TLSError {
        TLSError(code: .wrongState, message: "The context is for the other end of a connection")
    }

    /// Names the failure of one connection from what OpenSSL left behind.
    init(failure: TLSFailure, pipe: TLSPipe, limits: TLSLimits, verifyResult: Int) {
        if let refusal = pipe.refusal {
            self.init(refusal: refusal, limits: limits)
        } else if let alert = failure.alertFromPeer {
            self.init(alertFromPeer: alert, cause: failure.text)
        } else if failure.reason == SSL_R_UNEXPECTED_EOF_WHILE_READING {
            self.init(
                code: .truncated,
                message: pipe.isEstablished
                    ? "The connection ended without close_notify"
                    : "The connection ended during the handshake")
        } else if failure.reason == SSL_R_CERTIFICATE_VERIFY_FAILED {
            self.init(
                verifyResult: verifyResult, verdict: pipe.leafRefusal?.verdict,
                alert: pipe.sentAlert)
            peerFingerprint = pipe.leafRefusal?.fingerprint
        } else if failure.reason == SSL_R_PEER_DID_NOT_RETURN_A_CERTIFICATE {
            self.init(
                code: .peerCertificateRefused, message: "The peer showed no certificate",
                alert: pipe.sentAlert)
        } else if pipe.sentAlert == .noApplicationProtocol {
            self.init(
                code: .applicationProtocolRefused, message: "The client does not offer recours/1",
                alert: pipe.sentAlert)
        } else {
            self.init(
                code: .protocolViolation, message: "The peer broke the rules of TLS 1.3",
                remedy: pipe.isEstablished ? "" : "Check that both sides speak TLS 1.3.",
                alert: pipe.sentAlert, cause: failure.text)
        }
    }

    private init(refusal: TLSPipe.Refusal, limits: TLSLimits) {
        switch refusal {
        case .handshakeTooLarge:
            self.init(
                code: .handshakeTooLarge,
                message: "The peer's handshake is larger than \(limits.handshakeBytes) bytes",
                remedy: "Send a shorter certificate chain.")
        case .tooManyKeyUpdates:
            self.init(
                code: .tooManyKeyUpdates,
                message: "The peer changed keys over \(limits.keyUpdatesPerMinute) times a minute")
        }
    }

    private init(alertFromPeer alert: TLSAlert, cause: String?) {
        if alert == .certificateRequired {
            self.init(
                code: .certificateRefusedByPeer, message: "The peer requires a certificate",
                remedy: "Give the certificate and key that were issued to you.", alert: alert,
                cause: cause)
        } else if alert == .certificateExpired {
            self.init(
                code: .certificateRefusedByPeer,
                message: "The peer finds our certificate expired or not yet valid",
                remedy: "Renew the certificate, and check this machine's clock and the peer's.",
                alert: alert, cause: cause)
        } else if alert.concernsCertificate {
            self.init(
                code: .certificateRefusedByPeer, message: "The peer refused our certificate",
                remedy: "Use a certificate that was issued for this peer and is not revoked.",
                alert: alert, cause: cause)
        } else if alert == .noApplicationProtocol {
            self.init(
                code: .applicationProtocolRefused, message: "The peer does not speak recours/1",
                remedy: "Check the address and the port, and that both sides are of one version.",
                alert: alert, cause: cause)
        } else if alert == .unrecognizedName {
            self.init(
                code: .serverNameMismatch,
                message: "The server does not have the name we asked for",
                remedy: "Connect by a name that its certificate has.", alert: alert, cause: cause)
        } else {
            self.init(
                code: .refusedByPeer, message: "The peer ended the connection: \(alert)",
                alert: alert, cause: cause)
        }
    }

    private init(
        verifyResult: Int, verdict: TLSRevocationLists.Verdict?, alert: TLSAlert?
    ) {
        let reason = CInt(truncatingIfNeeded: verifyResult)
        let text = X509_verify_cert_error_string(verifyResult).map { String(cString: $0) }
        if reason == X509_V_ERR_HOSTNAME_MISMATCH || reason == X509_V_ERR_IP_ADDRESS_MISMATCH {
            self.init(
                code: .serverNameMismatch,
                message: "The server's certificate is for another name",
                remedy: "Connect by a name or address that its certificate has.", alert: alert,
                cause: text)
        } else if verdict == .unlisted || verdict == .ended {
            self.init(
                code: .peerCertificateRefused,
                message: "No current list tells whether the peer's certificate is revoked",
                remedy: "Give the newest list of the authority that issued it.", alert: alert)
        } else {
            self.init(
                code: .peerCertificateRefused, message: "The peer's certificate was refused",
                remedy: "Check who issued it, when it ends and what it is for.", alert: alert,
                cause: text)
        }
    }
}
