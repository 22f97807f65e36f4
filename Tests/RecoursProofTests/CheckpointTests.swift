// SPDX-License-Identifier: EUPL-1.2

import RecoursCrypto
import RecoursProof
import Testing

@Suite("Signed tree heads")
struct CheckpointTests {
    /// The example of C2SP's signed-note: key hash and signature by other people's tools.
    private static let foreignNote = """
        This is an example message.

        \u{2014} example.com/foo eKhItKWmnwZOWyfQKFmLFjCSNtOVLWpdyXWJYOXeTCGy3Nk5PPzLIDWmwQR\
        VkVLFMQZWlMgIrhwtSH+ErgTxyJ2qPAI=

        """

    @Test("A head is text that reads back the same")
    func roundTrip() throws {
        let key = try PrivateKey.generateEd25519()
        let publicKey = key.publicKey
        let signer = try NoteSigner(name: "recours.example", privateKey: key)
        let head = try Checkpoint(
            origin: "recours.example/tree", size: 3, root: MerkleHash.empty(), signer: signer)
        let read = try Checkpoint(head.encoded)
        #expect(read == head)
        #expect(try read.note.verify(publicKey) == "recours.example")
        let lines = head.encoded.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == 6 && lines[1] == "3" && lines[3].isEmpty)
        #expect(lines[4].hasPrefix("\u{2014} recours.example "))
        #expect(signer.key.verifierKey.hasPrefix("recours.example+"))
    }

    @Test("A note signed by other tools is read; its signer is told from ours")
    func foreign() throws {
        let note = try SignedNote(Self.foreignNote)
        #expect(note.text == "This is an example message.\n")
        #expect(note.signers == ["example.com/foo"])
    }

    @Test(
        "Heads that are none are refused",
        arguments: [
            "", "\n", "origin\n3\n", "origin\n3\nAAAA\n\n\u{2014} a AAAAAAAA\n",
            "origin\n03\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n\u{2014} a AAAAAAAA\n",
            "origin\n3\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n",
            "origin\n3\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n- a AAAAAAAA\n",
            "origin\n3\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n\u{2014} a AAAAAAAA",
        ])
    func malformed(text: String) {
        #expect(throws: ProofError.self) { try Checkpoint(text) }
    }

    @Test("A line of a head cannot smuggle in another")
    func lines() throws {
        let signer = try NoteSigner(
            name: "recours.example", privateKey: PrivateKey.generateEd25519())
        #expect(throws: ProofError.self) {
            try Checkpoint(
                origin: "a\nb", size: 1, root: MerkleHash.empty(), signer: signer)
        }
        #expect(throws: ProofError.self) {
            _ = try NoteSigner(name: "two words", privateKey: PrivateKey.generateEd25519())
        }
    }
}
