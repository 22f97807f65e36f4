// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RecoursCrypto
import Testing

@Suite("Signatures and base64")
struct SignatureTests {
    @Test("Each kind of key verifies its own signature of this message, and nothing else")
    func roundTrip() throws {
        let message = Array("Toutes nos annonces ont disparu".utf8)
        for isEdwards in [true, false] {
            let key = isEdwards ? try PrivateKey.generateEd25519() : try PrivateKey.generate()
            let other = try PrivateKey.generateEd25519().publicKey
            let signature = try key.signature(of: message)
            #expect(try key.publicKey.verifies(signature, of: message))
            #expect(try !key.publicKey.verifies(signature, of: message + [0]))
            #expect(try !other.verifies(signature, of: message))
            #expect(try !key.publicKey.verifies([], of: message))
            var wrong = signature
            wrong[signature.count - 1] ^= 1
            #expect(try !key.publicKey.verifies(wrong, of: message))
        }
    }

    /// RFC 8032 §7.1, tests 1 and 2.
    @Test(
        "The RFC's signatures are verified",
        arguments: [
            (
                "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
                "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc6"
                    + "1e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
            ),
            (
                "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e45"
                    + "8f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
            ),
        ])
    func knownAnswers(key: String, message: String, signature: String) throws {
        let prefix = try #require(Hexadecimal.bytes(of: "302a300506032b6570032100"))
        let bytes = try #require(Hexadecimal.bytes(of: key))
        let publicKey = try PublicKey(derBytes: prefix + bytes)
        #expect(publicKey.ed25519Bytes == bytes)
        #expect(
            try publicKey.verifies(
                #require(Hexadecimal.bytes(of: signature)),
                of: #require(Hexadecimal.bytes(of: message))))
    }

    @Test("A public key goes through PEM unchanged, and openssl verifies what its owner signed")
    func foreignVerification() throws {
        let key = try PrivateKey.generateEd25519()
        let pem = try key.publicKey.pem()
        #expect(try PublicKey(pem: Array(pem.utf8)) == key.publicKey)
        #expect(try PrivateKey(pem: Array(key.pem().utf8)).publicKey == key.publicKey)
        let judge = try Judge()
        try judge.keep(pem, as: "public.pem")
        try judge.keep("message", as: "message")
        let signature = try key.signature(of: Array("message".utf8))
        try Data(signature).write(to: judge.directory.appending(path: "signature"))
        let answer = try judge.run(
            "pkeyutl", "-verify", "-pubin", "-inkey", "public.pem", "-rawin", "-in", "message",
            "-sigfile", "signature")
        #expect(answer.code == 0, "\(answer.output)")
        #expect(throws: CryptoError.self) { try PublicKey(pem: Array((pem + pem).utf8)) }
        #expect(throws: CryptoError.self) { try PublicKey(pem: []) }
    }

    @Test("Base64 writes and reads any bytes, and one spelling of them only")
    func base64() {
        for count in 0..<70 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ count) }
            let text = Base64.text(of: bytes)
            #expect(text == Data(bytes).base64EncodedString())
            #expect(Base64.bytes(of: text) == bytes)
        }
        for wrong in ["A", "AA", "AAA", "AB==", "AAB=", "A===", "AA=A", "AA==AAAA", "AA A", "AA_A"]
        {
            #expect(Base64.bytes(of: wrong) == nil, "\(wrong)")
        }
    }
}
