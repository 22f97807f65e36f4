// SPDX-License-Identifier: EUPL-1.2

internal import COpenSSL

/// What a leaf must be beyond chaining to a trusted authority (SPIFFE X.509-SVID §4, security.md
/// §2a rows 9 and 11).
///
/// OpenSSL's own check lets a CA's certificate act as a leaf and takes a missing extension for
/// consent.
enum TLSLeafRules {
    typealias Verify = @convention(c) (OpaquePointer?, UnsafeMutableRawPointer?) -> CInt

    static let verifyClient: Verify = { store, _ in
        verify(store, usage: UInt32(XKU_SSL_CLIENT))
    }

    static let verifyServer: Verify = { store, _ in
        verify(store, usage: UInt32(XKU_SSL_SERVER))
    }

    private static func verify(_ store: OpaquePointer?, usage: UInt32) -> CInt {
        // The key is looked at first, so that an unusual one costs no arithmetic.
        let leaf = X509_STORE_CTX_get0_cert(store)
        if recours_key_kind(X509_get0_pubkey(leaf)) == Int32(RECOURS_KEY_OTHER.rawValue) {
            X509_STORE_CTX_set_error(store, X509_V_ERR_EE_KEY_TOO_SMALL)
            return 0
        }
        guard X509_verify_cert(store) == 1 else { return 0 }
        let isAuthority = X509_get_extension_flags(leaf) & UInt32(EXFLAG_CA) != 0
        let keyUsage = X509_get_key_usage(leaf)
        let extendedUsage = X509_get_extended_key_usage(leaf)
        // An absent extension reads as all ones.
        let isFit =
            !isAuthority && keyUsage != .max && extendedUsage != .max
            && keyUsage & UInt32(KU_DIGITAL_SIGNATURE) != 0
            && keyUsage & UInt32(KU_KEY_CERT_SIGN | KU_CRL_SIGN) == 0
            && extendedUsage & usage != 0
        if !isFit {
            X509_STORE_CTX_set_error(store, X509_V_ERR_INVALID_PURPOSE)
            return 0
        }
        return 1
    }
}
