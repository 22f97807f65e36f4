// SPDX-License-Identifier: EUPL-1.2

internal import COpenSSL

/// What was wrong with a leaf that was refused.
struct TLSLeafRefusal {
    /// Nil if it could not even be hashed.
    let fingerprint: TLSFingerprint?
    /// Why, if it was for the revocation lists.
    let verdict: TLSRevocationLists.Verdict?
}

/// What a leaf must be beyond chaining to a trusted authority (SPIFFE X.509-SVID §4, security.md
/// §2a rows 9 to 11 and 15).
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
        let pipe = TLSPipe.of(recours_connection_verifying(store))
        let leaf = X509_STORE_CTX_get0_cert(store)
        var verdict: TLSRevocationLists.Verdict?
        if isFit(leaf, in: store, usage: usage) {
            verdict = pipe?.revocation.map {
                $0.lists.verdict(
                    ofChain: X509_STORE_CTX_get0_chain(store), now: recours_unix_now())
            }
            guard let verdict, verdict != .good else { return 1 }
            // A list that is missing or late is our trouble, and passes: internal_error, after
            // which a peer comes again.
            X509_STORE_CTX_set_error(
                store, verdict == .revoked ? X509_V_ERR_CERT_REVOKED : X509_V_ERR_STORE_LOOKUP)
        }
        pipe?.leafRefusal = TLSLeafRefusal(
            fingerprint: leaf.flatMap { try? TLSFingerprint(of: $0) }, verdict: verdict)
        return 0
    }

    /// Whether the leaf may do what it is shown for; if not, says to OpenSSL why.
    private static func isFit(
        _ leaf: OpaquePointer?, in store: OpaquePointer?, usage: UInt32
    ) -> Bool {
        // The key is looked at first, so that an unusual one costs no arithmetic.
        if recours_key_kind(X509_get0_pubkey(leaf)) == Int32(RECOURS_KEY_OTHER.rawValue) {
            X509_STORE_CTX_set_error(store, X509_V_ERR_EE_KEY_TOO_SMALL)
            return false
        }
        guard X509_verify_cert(store) == 1 else { return false }
        let isAuthority = X509_get_extension_flags(leaf) & UInt32(EXFLAG_CA) != 0
        let keyUsage = X509_get_key_usage(leaf)
        let extendedUsage = X509_get_extended_key_usage(leaf)
        // An absent extension reads as all ones.
        let isFit =
            !isAuthority && keyUsage != .max && extendedUsage != .max
            && keyUsage & UInt32(KU_DIGITAL_SIGNATURE) != 0
            && keyUsage & UInt32(KU_KEY_CERT_SIGN | KU_CRL_SIGN) == 0
            && extendedUsage & usage != 0
            && X509_get_version(leaf) == Int(X509_VERSION_3)
            && TLSSerialNumber(X509_get0_serialNumber(leaf)) != nil
        if !isFit { X509_STORE_CTX_set_error(store, X509_V_ERR_INVALID_PURPOSE) }
        return isFit
    }
}
