// SPDX-License-Identifier: EUPL-1.2

internal import COpenSSL

/// SHA-256 of a certificate's DER: which one it was, without a word of what it says.
package struct TLSFingerprint: Hashable, Sendable {
    /// 32 bytes.
    package let bytes: [UInt8]

    init(of certificate: OpaquePointer) throws(TLSError) {
        var bytes = [UInt8](repeating: 0, count: 32)
        guard X509_digest(certificate, EVP_sha256(), &bytes, nil) == 1 else {
            throw .library("A certificate could not be hashed")
        }
        self.bytes = bytes
    }
}
