// SPDX-License-Identifier: EUPL-1.2

/// A TLS alert by its number on the wire (RFC 8446 §6), 0…255.
package struct TLSAlert: Hashable, Sendable, CustomStringConvertible {
    package let number: UInt8

    package init(number: UInt8) {
        self.number = number
    }

    package static let closeNotify = TLSAlert(number: 0)
    package static let unexpectedMessage = TLSAlert(number: 10)
    package static let handshakeFailure = TLSAlert(number: 40)
    package static let badCertificate = TLSAlert(number: 42)
    package static let unsupportedCertificate = TLSAlert(number: 43)
    package static let certificateRevoked = TLSAlert(number: 44)
    package static let certificateExpired = TLSAlert(number: 45)
    package static let certificateUnknown = TLSAlert(number: 46)
    package static let unknownAuthority = TLSAlert(number: 48)
    package static let accessDenied = TLSAlert(number: 49)
    package static let protocolVersion = TLSAlert(number: 70)
    package static let internalError = TLSAlert(number: 80)
    package static let unrecognizedName = TLSAlert(number: 112)
    package static let certificateRequired = TLSAlert(number: 116)
    package static let noApplicationProtocol = TLSAlert(number: 120)

    /// The RFC's name, `certificate_required` for one; `alert_N` for a number it doesn't name.
    package var description: String {
        Self.names[number] ?? "alert_\(number)"
    }

    /// Whether the sender refused the receiver's certificate. Trying again brings the same answer.
    package var concernsCertificate: Bool {
        switch number {
        case 42...46, 48, 49, 116: true
        default: false
        }
    }

    private static let names: [UInt8: String] = [
        0: "close_notify", 10: "unexpected_message", 20: "bad_record_mac", 22: "record_overflow",
        40: "handshake_failure", 42: "bad_certificate", 43: "unsupported_certificate",
        44: "certificate_revoked", 45: "certificate_expired", 46: "certificate_unknown",
        47: "illegal_parameter", 48: "unknown_ca", 49: "access_denied", 50: "decode_error",
        51: "decrypt_error", 70: "protocol_version", 71: "insufficient_security",
        80: "internal_error", 86: "inappropriate_fallback", 90: "user_canceled",
        109: "missing_extension", 110: "unsupported_extension", 112: "unrecognized_name",
        113: "bad_certificate_status_response", 115: "unknown_psk_identity",
        116: "certificate_required", 120: "no_application_protocol",
    ]
}
