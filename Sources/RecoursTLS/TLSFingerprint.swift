// SPDX-License-Identifier: EUPL-1.2

internal import COpenSSL

/// SHA-256 of a certificate's DER: which one it was, without a word of what it says.
package struct TLSFingerprint: Hashable, Sendable, CustomStringConvertible {
    private let bytes: [UInt8]

    init(of certificate: OpaquePointer) throws(TLSError) {
        var bytes = [UInt8](repeating: 0, count: 32)
        guard X509_digest(certificate, EVP_sha256(), &bytes, nil) == 1 else {
            throw .library("A certificate could not be hashed")
        }
        self.bytes = bytes
    }

    /// In hexadecimal, as `openssl x509 -fingerprint -sha256` without its colons.
    package var description: String {
        String(
            decoding: bytes.flatMap { [Self.digit($0 >> 4), Self.digit($0 & 15)] }, as: UTF8.self)
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
