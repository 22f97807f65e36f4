// SPDX-License-Identifier: EUPL-1.2

package import RecoursCrypto

/// A text with signatures below it, as lines (C2SP signed-note).
package struct SignedNote: Hashable, Sendable {
    /// An em dash begins a signature line.
    static let dash = "\u{2014}"
    /// Far above any note of ours; more is not read.
    private static let largestBytes = 65_536
    /// Signatures looked at: ours, and some witnesses'.
    private static let mostSignatures = 16

    private struct Signature: Hashable {
        var name: String
        var hash: [UInt8]
        var bytes: [UInt8]
    }

    /// What is signed: whole lines, the last with its line feed.
    package let text: String
    /// The note as it was read.
    package let encoded: String
    private let signatures: [Signature]

    /// Signs a text of whole lines.
    package init(signing text: String, with signer: borrowing NoteSigner) throws(ProofError) {
        try self.init(text + "\n" + signer.signatureLine(for: text))
    }

    /// Reads a note. Its signatures are checked by `verify`.
    package init(_ encoded: String) throws(ProofError) {
        guard encoded.utf8.count <= Self.largestBytes else {
            throw .unreadable("The checkpoint is longer than \(Self.largestBytes) bytes.")
        }
        let lines = encoded.split(separator: "\n", omittingEmptySubsequences: false)
        // The last line feed leaves an empty part behind it.
        guard lines.last?.isEmpty == true, let blank = lines.dropLast().lastIndex(of: "") else {
            throw .unreadable("The checkpoint has no blank line above its signatures.")
        }
        text = lines[..<blank].joined(separator: "\n") + "\n"
        self.encoded = encoded
        var found: [Signature] = []
        for line in lines[(blank + 1)...].dropLast() {
            let parts = line.split(separator: " ", omittingEmptySubsequences: false)
            guard parts.count == 3, parts[0] == Self.dash, let bytes = Base64.bytes(of: parts[2]),
                bytes.count > NoteKey.hashBytes, found.count < Self.mostSignatures
            else { throw .unreadable("A signature line of the checkpoint is broken.") }
            found.append(
                Signature(
                    name: String(parts[1]), hash: Array(bytes.prefix(NoteKey.hashBytes)),
                    bytes: Array(bytes.dropFirst(NoteKey.hashBytes))))
        }
        guard !found.isEmpty else { throw .unreadable("The checkpoint has no signature.") }
        signatures = found
    }

    /// The names that stand at the signatures.
    package var signers: [String] { signatures.map(\.name) }

    /// Checks the signature of one of the signers named, made by the owner of the key.
    ///
    /// - Returns: the name under which it was made.
    package func verify(_ publicKey: PublicKey) throws(ProofError) -> String {
        for signature in signatures {
            let key = try NoteKey(name: signature.name, publicKey: publicKey)
            guard key.hash == signature.hash else { continue }
            do throws(CryptoError) {
                let isRight = try publicKey.verifies(signature.bytes, of: Array(text.utf8))
                if isRight { return signature.name }
            } catch {
                throw ProofError(error)
            }
            throw .contradicts(
                "The checkpoint names the given key of \(signature.name), but its signature does"
                    + " not fit: the size, the root or another line of it was changed.")
        }
        throw .signature(
            "The checkpoint is signed by \(signers.joined(separator: ", ")), with another key than"
                + " the one given.")
    }
}
