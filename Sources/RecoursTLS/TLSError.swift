// SPDX-License-Identifier: EUPL-1.2

/// The one error of RecoursTLS: what went wrong, and what whoever reads it can do about it.
package struct TLSError: Error, Hashable, Sendable {
    /// What kind of failure it is; compare with the static values, more may be added.
    package struct Code: Hashable, Sendable, CustomStringConvertible {
        package let description: String

        private init(_ description: String) {
            self.description = description
        }

        // Making a context.

        /// A file could not be opened or read.
        package static let fileUnreadable = Code("FILE_UNREADABLE")
        /// A certificate chain or trust list is no PEM, or is empty.
        package static let certificateUnreadable = Code("CERTIFICATE_UNREADABLE")
        /// The private key is no PEM that OpenSSL reads.
        package static let keyUnreadable = Code("KEY_UNREADABLE")
        /// The key file may be read by its group or by others.
        package static let keyFileExposed = Code("KEY_FILE_EXPOSED")
        /// The private key is protected by a passphrase.
        package static let keyEncrypted = Code("KEY_ENCRYPTED")
        /// The private key belongs to another certificate.
        package static let keyMismatch = Code("KEY_MISMATCH")
        /// The key is of a kind that the profile doesn't allow.
        package static let keyKindRefused = Code("KEY_KIND_REFUSED")
        /// The name to connect to is neither a DNS name nor an IP address.
        package static let invalidServerName = Code("INVALID_SERVER_NAME")
        /// A revocation list is not what it should be, or is missing.
        package static let revocationListRefused = Code("REVOCATION_LIST_REFUSED")
        /// OpenSSL refused a setting or had no memory.
        package static let libraryFailed = Code("LIBRARY_FAILED")

        // On a connection.

        /// The peer refused our certificate, or wants one: `alert` says which. Retrying won't help.
        package static let certificateRefusedByPeer = Code("CERTIFICATE_REFUSED_BY_PEER")
        /// The peer ended the connection with `alert`.
        package static let refusedByPeer = Code("REFUSED_BY_PEER")
        /// We refused the peer's certificate; `alert` is what we told it.
        package static let peerCertificateRefused = Code("PEER_CERTIFICATE_REFUSED")
        /// The server's certificate is for another name than the one connected to.
        package static let serverNameMismatch = Code("SERVER_NAME_MISMATCH")
        /// The two sides don't share the application protocol.
        package static let applicationProtocolRefused = Code("APPLICATION_PROTOCOL_REFUSED")
        /// The peer sent what TLS 1.3 doesn't allow, or something that is no TLS at all.
        package static let protocolViolation = Code("PROTOCOL_VIOLATION")
        /// The handshake is larger than `TLSLimits` allows.
        package static let handshakeTooLarge = Code("HANDSHAKE_TOO_LARGE")
        /// The peer changes keys more often than `TLSLimits` allows.
        package static let tooManyKeyUpdates = Code("TOO_MANY_KEY_UPDATES")
        /// The bytes ended without close_notify: what came last may be cut.
        package static let truncated = Code("TRUNCATED")
        /// Our side used the session in a way its state doesn't allow.
        package static let wrongState = Code("WRONG_STATE")
    }

    package var code: Code
    /// One sentence in plain words, without a final stop.
    package var message: String
    /// What to do about it, in one sentence; empty if there is nothing to do.
    package var remedy: String
    /// The alert that the peer sent, or that we sent to it.
    package var alert: TLSAlert?
    /// What OpenSSL or the system said, for the log.
    package var cause: String?
    /// The leaf that we refused, for the log.
    package var peerFingerprint: TLSFingerprint?

    package init(
        code: Code, message: String, remedy: String = "", alert: TLSAlert? = nil,
        cause: String? = nil
    ) {
        self.code = code
        self.message = message
        self.remedy = remedy
        self.alert = alert
        self.cause = cause
    }

    /// Whether connecting again with the same certificate and settings must fail in the same way.
    package var isPermanent: Bool {
        switch code {
        case .refusedByPeer:
            // internal_error and user_canceled speak of one moment; every other alert of our
            // settings.
            alert != .internalError && alert?.number != 90
        case .truncated, .protocolViolation, .tooManyKeyUpdates, .libraryFailed: false
        default: true
        }
    }
}

extension TLSError: CustomStringConvertible {
    /// The error as one log line.
    package var description: String {
        var text = "\(code): \(message)"
        if let alert { text += " [alert \(alert)]" }
        if let cause { text += " (\(cause))" }
        if !remedy.isEmpty { text += ". \(remedy)" }
        return text
    }
}
