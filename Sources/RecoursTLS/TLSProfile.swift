// SPDX-License-Identifier: EUPL-1.2

internal import COpenSSL

/// The algorithms and the protocol name that both sides use (security.md §4.1).
///
/// There is one profile in the product; tests make others, to play a peer that doesn't keep it, and
/// to be looked at by scanners, which speak HTTP and have no certificate.
package struct TLSProfile: Sendable {
    var lowestVersion = TLS1_3_VERSION
    var highestVersion = TLS1_3_VERSION

    var cipherSuites =
        "TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256"

    /// Tried in order: OpenSSL refuses a list with a name it doesn't know, and knows the hybrid of
    /// ML-KEM from 3.5 on.
    var groupLists = ["X25519MLKEM768:X25519:P-256:P-384", "X25519:P-256:P-384"]

    /// For the handshake's own signatures; RSA keys are out, however large (security.md §2a row
    /// 11).
    var signatureAlgorithms =
        "ecdsa_secp256r1_sha256:ecdsa_secp384r1_sha384:ed25519"

    /// ALPN; nil offers none, and asks for none.
    package var applicationProtocol: [UInt8]? = Array("recours/1".utf8)

    /// Whether a server refuses a client that asks for a name which its certificate doesn't have.
    var refusesForeignServerNames = true

    /// Whether a peer without a certificate is refused.
    package var requiresPeerCertificate = true

    package static let recours = TLSProfile()

    /// The ALPN list as the wire has it: each name behind its length.
    var applicationProtocolList: [UInt8] {
        guard let applicationProtocol else { return [] }
        return [UInt8(truncatingIfNeeded: applicationProtocol.count)] + applicationProtocol
    }
}
