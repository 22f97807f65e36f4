// SPDX-License-Identifier: EUPL-1.2

internal import COpenSSL

/// The one owner of an `SSL_CTX`: sets it up, lends it, frees it.
///
/// `@unchecked Sendable`: after `TLSContext`'s initialiser nothing changes the context any more;
/// its reference count and its caches are guarded by OpenSSL itself.
struct TLSContextOwner: ~Copyable, @unchecked Sendable {
    private let context: OpaquePointer

    init(role: TLSRole) throws(TLSError) {
        TLSFailure.clear()
        let method = role == .server ? TLS_server_method() : TLS_client_method()
        guard let context = SSL_CTX_new(method) else {
            throw .library("A TLS context could not be made")
        }
        self.context = context
    }

    deinit {
        SSL_CTX_free(context)
    }

    /// Lends the context for the length of one call.
    func withContext<Result>(_ body: (OpaquePointer) -> Result) -> Result {
        body(context)
    }

    // MARK: Algorithms

    func apply(_ profile: TLSProfile) throws(TLSError) {
        TLSFailure.clear()
        SSL_CTX_set_security_level(context, 2)
        recours_ctx_set_options(context)
        recours_ctx_set_modes(context)
        recours_ctx_set_read_ahead(context)
        // A resumed session would not show its certificate again (security.md §0 finding 8).
        recours_ctx_disable_session_cache(context)
        guard SSL_CTX_set_num_tickets(context, 0) == 1, SSL_CTX_set_max_early_data(context, 0) == 1,
            SSL_CTX_set_recv_max_early_data(context, 0) == 1,
            recours_ctx_set_versions(context, profile.lowestVersion, profile.highestVersion) == 1,
            SSL_CTX_set_ciphersuites(context, profile.cipherSuites) == 1,
            recours_ctx_set_signature_algorithms(context, profile.signatureAlgorithms) == 1
        else {
            throw .library("OpenSSL refused the TLS profile")
        }
        let groups = profile.groupLists.first { recours_ctx_set_groups(context, $0) == 1 }
        guard groups != nil else {
            throw .library("OpenSSL knows none of the key exchange groups")
        }
        // An unknown longer list has left its complaint in the queue.
        TLSFailure.clear()
    }

    // MARK: Our certificate

    /// Loads chain and key; returns when the leaf holds.
    func apply(_ identity: TLSIdentity) throws(TLSError) -> TLSValidity {
        var validity: TLSValidity?
        try TLSPEM.forEachCertificate(in: identity.certificateChainPEM) {
            (certificate, place) throws(TLSError) in
            TLSFailure.clear()
            if place == 0 {
                validity = try Self.validity(of: certificate)
                try Self.requireAllowedKey(X509_get0_pubkey(certificate))
                guard SSL_CTX_use_certificate(context, certificate) == 1 else {
                    throw .library("OpenSSL refused the certificate")
                }
            } else if recours_ctx_add_chain_certificate(context, certificate) != 1 {
                throw .library("OpenSSL refused certificate \(place + 1) of the chain")
            }
        }
        try TLSPEM.withPrivateKey(in: identity.privateKeyPEM) { (key) throws(TLSError) in
            TLSFailure.clear()
            try Self.requireAllowedKey(key)
            guard SSL_CTX_use_PrivateKey(context, key) == 1,
                SSL_CTX_check_private_key(context) == 1
            else {
                throw TLSError(
                    code: .keyMismatch,
                    message: "The private key does not belong to the certificate",
                    remedy: "Give the key that the certificate was issued for, leaf first.",
                    cause: TLSFailure.drain().text)
            }
        }
        guard let validity else {
            throw TLSError(code: .certificateUnreadable, message: "There is no certificate")
        }
        return validity
    }

    private static func validity(of certificate: OpaquePointer) throws(TLSError) -> TLSValidity {
        var notBefore: Int64 = 0
        var notAfter: Int64 = 0
        guard recours_unix_seconds(X509_get0_notBefore(certificate), &notBefore) == 1,
            recours_unix_seconds(X509_get0_notAfter(certificate), &notAfter) == 1
        else {
            throw TLSError(
                code: .certificateUnreadable, message: "The certificate's dates cannot be read")
        }
        return TLSValidity(notBefore: notBefore, notAfter: notAfter)
    }

    private static func requireAllowedKey(_ key: OpaquePointer?) throws(TLSError) {
        guard recours_key_kind(key) == Int32(RECOURS_KEY_OTHER.rawValue) else { return }
        throw TLSError(
            code: .keyKindRefused, message: "The key is of a kind that Recours does not use",
            remedy: "Use a key on P-256 or P-384, or an Ed25519 key.")
    }

    // MARK: The peer's certificate

    /// Believes the trust's authorities, and wants a certificate that chains to one of them.
    func apply(_ trust: TLSTrust, role: TLSRole, profile: TLSProfile) throws(TLSError) {
        guard let store = SSL_CTX_get_cert_store(context) else {
            throw .library("The context has no certificate store")
        }
        try TLSPEM.forEachCertificate(in: trust.certificatesPEM) {
            (certificate, _) throws(TLSError) in
            TLSFailure.clear()
            guard X509_STORE_add_cert(store, certificate) == 1 else {
                throw .library("OpenSSL refused a trusted certificate")
            }
            // A client with several certificates chooses by these names.
            if role == .server, SSL_CTX_add_client_CA(context, certificate) != 1 {
                throw .library("OpenSSL refused a trusted certificate's name")
            }
        }
        TLSFailure.clear()
        let purpose = role == .server ? X509_PURPOSE_SSL_CLIENT : X509_PURPOSE_SSL_SERVER
        guard SSL_CTX_set_purpose(context, purpose) == 1 else {
            throw .library("OpenSSL refused the purpose of a peer's certificate")
        }
        // OpenSSL counts intermediates: one of them puts the root at depth 2.
        SSL_CTX_set_verify_depth(context, 1)
        let demand = profile.requiresPeerCertificate ? SSL_VERIFY_FAIL_IF_NO_PEER_CERT : 0
        SSL_CTX_set_verify(context, SSL_VERIFY_PEER | demand, nil)
        recours_ctx_set_largest_certificate_list(context, 32_768)
        let usage = role == .server ? TLSLeafRules.verifyClient : TLSLeafRules.verifyServer
        SSL_CTX_set_cert_verify_callback(context, usage, nil)
    }
}
