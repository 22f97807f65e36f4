// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
package import RecoursCrypto
internal import RecoursProof
internal import RecoursStore
internal import Synchronization

/// Signs the heads of partners' trees, each once.
///
/// A head that was signed serves every receipt it covers: a partner that fetches a receipt for each
/// of a thousand cases costs one signature.
package final class ReceiptSigner: Sendable {
    private let signer: NoteSigner
    let trustDomain: String
    /// The last signed head of each partner's tree: one a partner at most.
    private let heads = Mutex<[RecoursCases.PartnerReference: Checkpoint]>([:])

    /// - Parameters:
    ///   - key: Ed25519, its one use.
    ///   - trustDomain: names the server in what it signs.
    /// - Throws: ``CryptoError`` `INVALID_ARGUMENT` for a key or a name that cannot sign.
    package init(key: consuming PrivateKey, trustDomain: String) throws(CryptoError) {
        do throws(ProofError) {
            signer = try NoteSigner(name: trustDomain, privateKey: key)
        } catch {
            throw CryptoError(
                code: .invalidArgument, message: "The key of receipts cannot sign",
                remedy: error.remedy, cause: error.message)
        }
        self.trustDomain = trustDomain
    }

    package var publicKey: PublicKey { signer.key.publicKey }

    /// The key in one line, as other tools take it.
    var verifierKey: String { signer.key.verifierKey }

    /// The last signed head of a partner's tree.
    func head(of partner: RecoursCases.PartnerReference) -> Checkpoint? {
        heads.withLock { $0[partner] }
    }

    /// The signed head of the tree of all partners' blinded heads.
    func commonHead(
        size: UInt64, root: SHA256Digest, at now: Instant
    ) throws(ProofError) -> Checkpoint {
        try Checkpoint(
            origin: "\(trustDomain)/common", size: size, root: root,
            extensions: ["time \(now.utcText)"], signer: signer)
    }

    /// A backup's manifest as a signed note.
    func sign(_ manifest: BackupManifest) throws(StoreError) -> String {
        do throws(ProofError) {
            return try SignedNote(signing: manifest.text, with: signer).encoded
        } catch {
            throw .internalError("The manifest could not be signed: \(error.message)")
        }
    }

    /// The signed head of a partner's tree at a size; the one signed before, if it is the same.
    func head(
        of partner: RecoursCases.PartnerReference, size: UInt64, root: SHA256Digest,
        at now: Instant
    ) throws(ProofError) -> Checkpoint {
        if let known = head(of: partner), known.size == size, known.root == root { return known }
        let made = try Checkpoint(
            origin: "\(trustDomain)/\(partner.label)", size: size, root: root,
            extensions: ["time \(now.utcText)"], signer: signer)
        heads.withLock { heads in
            // Another call may have signed a later one meanwhile.
            if heads[partner].map({ $0.size <= size }) ?? true { heads[partner] = made }
        }
        return made
    }
}

extension Instant {
    /// `2018-11-30T11:00:00Z`.
    var utcText: String {
        let day = millisecondsSince1970 / 86_400_000
        let seconds = millisecondsSince1970 / 1_000 % 86_400
        let parts = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map {
            ($0 < 10 ? "0" : "") + String($0)
        }
        return "\(CalendarDate(clampingDayNumber: day))T\(parts.joined(separator: ":"))Z"
    }
}
