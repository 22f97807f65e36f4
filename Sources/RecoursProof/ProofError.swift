// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCrypto

/// The one error of RecoursProof: what is wrong with a proof, in words for whoever holds it.
package struct ProofError: Error, Hashable, Sendable {
    /// What kind of failure it is; compare with the static values, more may be added.
    package struct Code: Hashable, Sendable, CustomStringConvertible {
        package let description: String

        private init(_ description: String) {
            self.description = description
        }

        /// The text is no receipt, checkpoint or key, or of another version.
        package static let unreadable = Code("UNREADABLE")
        /// A part of a receipt contradicts another: it was changed after it was made.
        package static let contradicts = Code("CONTRADICTS")
        /// The checkpoint isn't signed, or by another key than the one given.
        package static let signatureWrong = Code("SIGNATURE_WRONG")
        /// Our own side asked for a proof that cannot be, or the tree lacks a node.
        package static let invalidArgument = Code("INVALID_ARGUMENT")
        /// OpenSSL failed.
        package static let libraryFailed = Code("LIBRARY_FAILED")
    }

    package var code: Code
    /// One sentence in plain words, with its final stop.
    package var message: String
    /// What to do about it, in one sentence; empty if there is nothing to do.
    package var remedy: String

    package init(code: Code, message: String, remedy: String = "") {
        self.code = code
        self.message = message
        self.remedy = remedy
    }
}

extension ProofError: CustomStringConvertible {
    package var description: String {
        remedy.isEmpty ? message : "\(message) \(remedy)"
    }
}

extension ProofError {
    static func unreadable(_ message: String) -> ProofError {
        ProofError(
            code: .unreadable, message: message,
            remedy: "Take the file as the server gave it; fetch it again if it was cut or mended.")
    }

    static func contradicts(_ message: String) -> ProofError {
        ProofError(
            code: .contradicts, message: message,
            remedy: "The file was changed, or never came from the server: fetch it again.")
    }

    static func signature(_ message: String) -> ProofError {
        ProofError(
            code: .signatureWrong, message: message,
            remedy: "Ask the operator for the right public key, by a way you trust.")
    }

    static func invalid(_ message: String) -> ProofError {
        ProofError(code: .invalidArgument, message: message)
    }

    /// What OpenSSL could not do.
    init(_ error: CryptoError) {
        self.init(code: .libraryFailed, message: "\(error.message).", remedy: error.remedy)
    }
}
