// SPDX-License-Identifier: EUPL-1.2

package import RecoursCrypto

/// A signed tree head: how many entries a log has, and the hash over them (C2SP tlog-checkpoint).
package struct Checkpoint: Hashable, Sendable {
    /// Which log, for ever.
    package let origin: String
    package let size: UInt64
    package let root: SHA256Digest
    /// What else was signed, a line each.
    package let extensions: [String]
    package let note: SignedNote

    /// Signs the head of a log.
    package init(
        origin: String, size: UInt64, root: SHA256Digest, extensions: [String] = [],
        signer: borrowing NoteSigner
    ) throws(ProofError) {
        let lines = [origin, "\(size)", Base64.text(of: root.bytes)] + extensions
        guard lines.allSatisfy({ !$0.isEmpty && !$0.contains("\n") }) else {
            throw .invalid("A line of a checkpoint is empty or holds a line feed.")
        }
        try self.init(
            note: SignedNote(signing: lines.joined(separator: "\n") + "\n", with: signer))
    }

    /// Reads a head; whoever signed it is checked by `note.verify`.
    package init(_ encoded: String) throws(ProofError) {
        try self.init(note: SignedNote(encoded))
    }

    private init(note: SignedNote) throws(ProofError) {
        let lines = note.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        guard lines.count >= 3, lines.allSatisfy({ !$0.isEmpty }) else {
            throw .unreadable("The checkpoint lacks its origin, its size or its root.")
        }
        guard let size = UInt64(lines[1]), "\(size)" == lines[1],
            let bytes = Base64.bytes(of: lines[2]), let root = SHA256Digest(bytes: bytes)
        else { throw .unreadable("The checkpoint's size or root is not a number or a hash.") }
        self.note = note
        self.origin = String(lines[0])
        self.size = size
        self.root = root
        self.extensions = lines[3...].map(String.init)
    }

    /// The head as text, to keep or to send.
    package var encoded: String { note.encoded }
}
