// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCrypto
internal import RecoursProof

/// The public key that a server's receipts and tree heads are checked with.
public struct ReceiptKey: Sendable, Hashable {
    /// The key as its operator publishes it: SubjectPublicKeyInfo in PEM.
    public let pem: String
    let publicKey: PublicKey

    /// Reads a key. Throws `invalidArgument` for what is none.
    public init(pem: String) throws(RecoursError) {
        do throws(CryptoError) {
            publicKey = try PublicKey(pem: Array(pem.utf8))
        } catch {
            throw RecoursError(
                code: .invalidArgument, message: "the public key cannot be read: \(error.message)",
                remedy: error.remedy)
        }
        self.pem = pem
    }
}

extension RecoursError {
    /// What a check of a proof found wrong, in its words.
    init(_ error: ProofError) {
        let code: Code =
            switch error.code {
            case .contradicts: .dataLoss
            case .signatureWrong: .unauthenticated
            case .libraryFailed: .internal
            default: .invalidArgument
            }
        self.init(code: code, message: error.message, remedy: error.remedy)
    }
}
