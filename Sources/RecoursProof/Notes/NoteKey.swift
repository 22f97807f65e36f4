// SPDX-License-Identifier: EUPL-1.2

package import RecoursCrypto

/// A key that signs notes, by its name and its public half (C2SP signed-note, type Ed25519).
package struct NoteKey: Hashable, Sendable {
    /// The type byte of Ed25519 in key hashes.
    private static let ed25519Type: UInt8 = 0x01
    /// Bytes of a key hash.
    static let hashBytes = 4

    /// Who signs: no spaces, no plus sign.
    package let name: String
    package let publicKey: PublicKey
    /// Four bytes that stand before each signature and say whose it is.
    let hash: [UInt8]

    /// Throws `unreadable` for a name or a kind of key that notes cannot have.
    package init(name: String, publicKey: PublicKey) throws(ProofError) {
        guard let bytes = publicKey.ed25519Bytes else {
            throw ProofError(
                code: .unreadable, message: "The key is no Ed25519 key.",
                remedy: "Give the server's public key for receipts, not that of a certificate.")
        }
        let isName = !name.isEmpty && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x2B }
        guard isName else { throw .unreadable("\"\(name)\" cannot be the name of a key.") }
        self.name = name
        self.publicKey = publicKey
        let named = Array(name.utf8) + [0x0A, Self.ed25519Type] + bytes
        hash = Array(try MerkleHash.digest(named).bytes.prefix(Self.hashBytes))
    }

    /// The key in the one line that other tools of the C2SP family take.
    package var verifierKey: String {
        let bytes = [Self.ed25519Type] + (publicKey.ed25519Bytes ?? [])
        return "\(name)+\(Hexadecimal.text(of: hash))+\(Base64.text(of: bytes))"
    }
}

/// The private half of a key that signs notes; never copied.
package struct NoteSigner: ~Copyable, Sendable {
    private let privateKey: PrivateKey
    package let key: NoteKey

    package init(name: String, privateKey: consuming PrivateKey) throws(ProofError) {
        key = try NoteKey(name: name, publicKey: privateKey.publicKey)
        self.privateKey = privateKey
    }

    /// The signature line of a text, with its line feed.
    func signatureLine(for text: String) throws(ProofError) -> String {
        do throws(CryptoError) {
            let signature = try privateKey.signature(of: Array(text.utf8))
            return "\(SignedNote.dash) \(key.name) \(Base64.text(of: key.hash + signature))\n"
        } catch {
            throw ProofError(error)
        }
    }
}
