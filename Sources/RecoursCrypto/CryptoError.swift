// SPDX-License-Identifier: EUPL-1.2

internal import COpenSSL

/// The one error of RecoursCrypto: what went wrong, and what whoever reads it can do about it.
package struct CryptoError: Error, Hashable, Sendable {
    /// What kind of failure it is; compare with the static values, more may be added.
    package struct Code: Hashable, Sendable, CustomStringConvertible {
        package let description: String

        private init(_ description: String) {
            self.description = description
        }

        /// The private key is no PEM that OpenSSL reads.
        package static let keyUnreadable = Code("KEY_UNREADABLE")
        /// The private key is protected by a passphrase.
        package static let keyEncrypted = Code("KEY_ENCRYPTED")
        /// The key is neither on P-256 or P-384 nor Ed25519.
        package static let keyKindRefused = Code("KEY_KIND_REFUSED")
        /// A certificate is no DER or PEM, or contradicts itself.
        package static let certificateUnreadable = Code("CERTIFICATE_UNREADABLE")
        /// A certificate request is no DER or PEM.
        package static let requestUnreadable = Code("REQUEST_UNREADABLE")
        /// A certificate request is not signed by the key it is for.
        package static let requestSignatureWrong = Code("REQUEST_SIGNATURE_WRONG")
        /// A certificate names no partner, or not by the rules.
        package static let identityRefused = Code("IDENTITY_REFUSED")
        /// The authority's certificate is no CA's, has ended, or has another key.
        package static let authorityUnfit = Code("AUTHORITY_UNFIT")
        /// A name, an address or a number given by our own side is out of its range.
        package static let invalidArgument = Code("INVALID_ARGUMENT")
        /// OpenSSL had no memory, no randomness or not the algorithm.
        package static let libraryFailed = Code("LIBRARY_FAILED")
    }

    package var code: Code
    /// One sentence in plain words, without a final stop.
    package var message: String
    /// What to do about it, in one sentence; empty if there is nothing to do.
    package var remedy: String
    /// What OpenSSL said, for the log.
    package var cause: String?

    package init(code: Code, message: String, remedy: String = "", cause: String? = nil) {
        self.code = code
        self.message = message
        self.remedy = remedy
        self.cause = cause
    }
}

extension CryptoError: CustomStringConvertible {
    /// The error as one log line.
    package var description: String {
        var text = "\(code): \(message)"
        if let cause { text += " (\(cause))" }
        if !remedy.isEmpty { text += ". \(remedy)" }
        return text
    }
}

extension CryptoError {
    /// Empties the thread's queue of OpenSSL errors, so that what it holds later is this call's.
    static func clearQueue() {
        ERR_clear_error()
    }

    /// The queue's entries as text, newest last; leaves it empty.
    static func drainQueue() -> String? {
        var texts: [String] = []
        while case let code = ERR_get_error(), code != 0 {
            guard texts.count < 8 else { continue }
            texts.append(
                ERR_reason_error_string(code).map { String(cString: $0) }
                    ?? "OpenSSL error \(String(code, radix: 16))")
        }
        return texts.isEmpty ? nil : texts.joined(separator: "; ")
    }

    /// OpenSSL refused something that must work.
    static func library(_ message: String) -> CryptoError {
        CryptoError(
            code: .libraryFailed, message: message,
            remedy: "Check that the installed OpenSSL is 3.0 or later and its configuration sane.",
            cause: drainQueue())
    }
}
