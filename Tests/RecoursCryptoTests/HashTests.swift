// SPDX-License-Identifier: EUPL-1.2

import RecoursCrypto
import Testing

@Suite("Hashes, random bytes and comparison")
struct HashTests {
    /// FIPS 180-4 examples and NIST's byte-oriented vectors.
    @Test(
        "SHA-256 gives the known answers",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
        ])
    func knownAnswers(text: String, expected: String) throws {
        #expect(try SHA256.digest(of: Array(text.utf8)).hexadecimal == expected)
        var hasher = try SHA256Hasher()
        for byte in text.utf8 { try hasher.update([byte]) }
        #expect(try hasher.finish().hexadecimal == expected)
    }

    @Test("A million times the letter a, in parts of 1,000")
    func longMessage() throws {
        var hasher = try SHA256Hasher()
        let part = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000)
        for _ in 0..<1_000 { try hasher.update(part) }
        #expect(
            try hasher.finish().hexadecimal
                == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    /// RFC 4231 §4.2, §4.3 and §4.7, and an empty key and message.
    @Test(
        "HMAC-SHA-256 gives the known answers",
        arguments: [
            (
                [UInt8](repeating: 0x0B, count: 20), "Hi There",
                "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
            ),
            (
                Array("Jefe".utf8), "what do ya want for nothing?",
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
            ),
            (
                [UInt8](repeating: 0xAA, count: 131),
                "Test Using Larger Than Block-Size Key - Hash Key First",
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
            ),
            ([], "", "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"),
        ])
    func keyedKnownAnswers(key: [UInt8], message: String, expected: String) throws {
        let code = try HMACSHA256.code(of: Array(message.utf8), key: key)
        #expect(code.hexadecimal == expected)
    }

    @Test("A digest is 32 bytes in the order given, and reads its own text")
    func digestForms() throws {
        let bytes = [UInt8](0..<32)
        let digest = try #require(SHA256Digest(bytes: bytes))
        #expect(digest.bytes == bytes)
        #expect(SHA256Digest(hexadecimal: digest.hexadecimal) == digest)
        #expect(SHA256Digest(hexadecimal: digest.hexadecimal.uppercased()) == digest)
        #expect(SHA256Digest(bytes: Array(bytes.dropLast())) == nil)
        #expect(SHA256Digest(hexadecimal: String(repeating: "0g", count: 32)) == nil)
        #expect(Hexadecimal.bytes(of: "abc") == nil)
    }

    @Test("Random bytes have the length asked for and differ")
    func random() throws {
        #expect(try SecureRandom.bytes(count: 0).isEmpty)
        let first = try SecureRandom.bytes(count: 32)
        #expect(first.count == 32)
        #expect(try SecureRandom.bytes(count: 32) != first)
        #expect(throws: CryptoError.self) { try SecureRandom.bytes(count: -1) }
        #expect(throws: CryptoError.self) { try SecureRandom.bytes(count: 1_048_577) }
    }

    @Test("Equal bytes are equal, and a difference anywhere is seen")
    func comparison() {
        #expect(ConstantTime.areEqual([], []))
        #expect(ConstantTime.areEqual([1, 2, 3], [1, 2, 3]))
        #expect(!ConstantTime.areEqual([1, 2, 3], [1, 2, 4]))
        #expect(!ConstantTime.areEqual([0, 2, 3], [1, 2, 3]))
        #expect(!ConstantTime.areEqual([1, 2], [1, 2, 3]))
    }
}
