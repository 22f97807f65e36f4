// SPDX-License-Identifier: EUPL-1.2

import COpenSSL

@testable import RecoursCrypto
@testable import RecoursTLS

extension FuzzTarget {
    /// A partner's URI: what is accepted has one spelling.
    static let identity = FuzzTarget(
        name: "identity", largestInput: 2_100,
        seeds: {
            PartnerKind.allCases.map { kind in
                Array("spiffe://recours.example/partner/\(kind.rawValue)/acme/batch-1".utf8)
            }
        }
    ) { bytes in
        guard let identity = try? PartnerIdentity(uriBytes: bytes) else { return }
        try law(Array(identity.uri.utf8) == bytes, "\(identity.uri) has another spelling")
        let again = try PartnerIdentity(
            trustDomain: identity.trustDomain, kind: identity.kind, slug: identity.slug,
            instance: identity.instance)
        try law(again == identity, "\(identity.uri) is two identities")
    }

    /// Certificates, requests and keys, as DER and as PEM: what is read says the same when read
    /// again from what was written of it.
    static let certificates = FuzzTarget(
        name: "certificates", largestInput: 4_096,
        seeds: {
            let made = try CertificateSeeds()
            return [
                [0] + made.partner, [0] + made.authority, [0] + made.server,
                [1] + made.request.derBytes,
                [2] + made.publicKey, [3] + made.chainPEM,
                [4] + Array(try made.request.pem().utf8), [5] + made.keyPEM,
            ]
        }
    ) { bytes in
        var input = FuzzInput(bytes)
        let kind = input.below(6)
        let text = Array(input.rest)
        switch kind {
        case 0: if let certificate = try? Certificate(derBytes: text) { try check(certificate) }
        case 1: if let request = try? CertificateRequest(derBytes: text) { try check(request) }
        case 2:
            guard let key = try? PublicKey(derBytes: text) else { return }
            try law(try PublicKey(derBytes: key.derBytes) == key, "a key comes back different")
        case 3:
            let certificates = (try? Certificate.readAll(pem: text)) ?? []
            for certificate in certificates { try check(certificate) }
        case 4: if let request = try? CertificateRequest(pem: text) { try check(request) }
        default: if let key = try? PrivateKey(pem: text) { _ = try key.pem() }
        }
    }

    private static func check(_ certificate: Certificate) throws {
        let again = try Certificate.readAll(pem: Array(certificate.pem().utf8))
        try law(again == [certificate], "a certificate comes back different")
        try law(certificate.subject.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }, "a raw subject")
        guard let identity = try? PartnerIdentity(certificate: certificate) else { return }
        try law(
            certificate.uniformResourceIdentifiers == [Array(identity.uri.utf8)],
            "the certificate of \(identity.uri) names another")
    }

    private static func check(_ request: CertificateRequest) throws {
        let again = try CertificateRequest(pem: Array(request.pem().utf8))
        try law(again == request, "a request comes back different")
    }

    /// The rules for a peer's leaf, with every fault of the chain forgiven: whatever they accept
    /// must be what the reader of certificates takes for a client's.
    static let leaf = FuzzTarget(
        name: "leaf", largestInput: 2_048,
        seeds: {
            let made = try CertificateSeeds()
            return [made.partner, made.server, made.authority]
        }
    ) { bytes in
        let isAccepted = LeafJudge.accepts(bytes)
        guard isAccepted, let certificate = try? Certificate(derBytes: bytes) else { return }
        try law(
            certificate.mayAuthenticateClients && !certificate.isAuthority
                && !certificate.maySignCertificates,
            "a leaf was accepted that is no client's")
    }
}

/// Calls the rules for leaves as OpenSSL does.
private enum LeafJudge {
    static func accepts(_ bytes: [UInt8]) -> Bool {
        let leaf = DER.read(bytes, freeing: X509_free) { d2i_X509(nil, $0, $1) }
        defer { X509_free(leaf) }
        guard let leaf, let store = X509_STORE_new() else {
            ERR_clear_error()
            return false
        }
        defer { X509_STORE_free(store) }
        let context = X509_STORE_CTX_new()
        defer {
            X509_STORE_CTX_free(context)
            ERR_clear_error()
        }
        guard X509_STORE_CTX_init(context, store, leaf, nil) == 1 else { return false }
        X509_STORE_CTX_set_verify_cb(context) { _, _ in 1 }
        return TLSLeafRules.verifyClient(context, nil) == 1
    }
}
