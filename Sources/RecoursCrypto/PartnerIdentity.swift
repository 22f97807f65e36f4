// SPDX-License-Identifier: EUPL-1.2

/// What a partner is to the procedure; the kind decides what it may call.
package enum PartnerKind: String, Hashable, Sendable, CaseIterable {
    case association
    case business
    case platform
    case mediator
    case `operator`
}

/// Who a certificate is for: `spiffe://<trust-domain>/partner/<kind>/<slug>/<instance>`.
///
/// Read strictly (SPIFFE-ID §2, security.md §2a row 12): there is one spelling of each identity, so
/// that two readers can't see two partners in one text. The subject's common name is never
/// consulted.
package struct PartnerIdentity: Hashable, Sendable {
    /// Longest URI, in bytes (SPIFFE-ID §2.3).
    package static let largestURIBytes = 2_048
    /// Longest trust domain, in bytes (SPIFFE-ID §2.1).
    package static let largestTrustDomainBytes = 255
    /// Longest slug or instance, in bytes: what a DNS label may have.
    package static let largestSegmentBytes = 63

    /// Lower-case host, as `recours.example`.
    package let trustDomain: String
    package let kind: PartnerKind
    /// The partner's short name, `[a-z0-9-]{1,63}`.
    package let slug: String
    /// Which of the partner's machines or persons, `[a-z0-9-]{1,63}`.
    package let instance: String

    /// - Throws: ``CryptoError`` `IDENTITY_REFUSED`, naming the part.
    package init(
        trustDomain: String, kind: PartnerKind, slug: String, instance: String
    ) throws(CryptoError) {
        try Self.requireTrustDomain(Array(trustDomain.utf8)[...])
        try Self.requireSegment(Array(slug.utf8)[...], name: "slug")
        try Self.requireSegment(Array(instance.utf8)[...], name: "instance")
        self.trustDomain = trustDomain
        self.kind = kind
        self.slug = slug
        self.instance = instance
    }

    /// - Throws: ``CryptoError`` `IDENTITY_REFUSED`, naming the rule.
    package init(uri: String) throws(CryptoError) {
        try self.init(uriBytes: Array(uri.utf8))
    }

    /// Reads a URI as a certificate holds it.
    ///
    /// - Throws: ``CryptoError`` `IDENTITY_REFUSED`, naming the rule.
    package init(uriBytes: [UInt8]) throws(CryptoError) {
        guard uriBytes.count <= Self.largestURIBytes else {
            throw .identity("The URI is longer than \(Self.largestURIBytes) bytes")
        }
        let scheme = Array("spiffe://".utf8)
        guard uriBytes.starts(with: scheme) else {
            throw .identity("The URI does not begin with spiffe://")
        }
        let parts = uriBytes.dropFirst(scheme.count).split(
            separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard parts.count == 5, parts[1].elementsEqual("partner".utf8) else {
            throw .identity("The URI's path is not /partner/<kind>/<slug>/<instance>")
        }
        try Self.requireTrustDomain(parts[0])
        guard let kind = PartnerKind(rawValue: String(decoding: parts[2], as: UTF8.self)) else {
            throw .identity("The URI names no kind of partner")
        }
        try Self.requireSegment(parts[3], name: "slug")
        try Self.requireSegment(parts[4], name: "instance")
        // Only ASCII is left, so the bytes and the text are one.
        trustDomain = String(decoding: parts[0], as: UTF8.self)
        self.kind = kind
        slug = String(decoding: parts[3], as: UTF8.self)
        instance = String(decoding: parts[4], as: UTF8.self)
    }

    /// Reads the one URI of a leaf. Whether it chains to an authority, is in its validity, and has
    /// its key bound to the partner is for TLS and the registry to say.
    ///
    /// - Throws: ``CryptoError`` `IDENTITY_REFUSED`, naming the rule.
    package init(certificate: Certificate) throws(CryptoError) {
        guard certificate.uniformResourceIdentifiers.count == 1,
            let uriBytes = certificate.uniformResourceIdentifiers.first
        else {
            let count = certificate.uniformResourceIdentifiers.count
            throw .identity("The certificate has \(count) URI names instead of one")
        }
        guard !certificate.isAuthority, !certificate.maySignCertificates else {
            throw .identity("The certificate is an authority's")
        }
        guard certificate.mayAuthenticateClients else {
            throw .identity("The certificate is not for clients")
        }
        try self.init(uriBytes: uriBytes)
    }

    /// The URI, at most 2,048 bytes.
    package var uri: String {
        "spiffe://\(trustDomain)/partner/\(kind.rawValue)/\(slug)/\(instance)"
    }

    private static func requireTrustDomain(_ bytes: ArraySlice<UInt8>) throws(CryptoError) {
        let labels = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let isFit =
            (1...largestTrustDomainBytes).contains(bytes.count)
            && labels.allSatisfy { label in
                !label.isEmpty && label.allSatisfy { isLowerLetterDigitHyphen($0) || $0 == 0x5F }
            }
        guard isFit else { throw .identity("The trust domain is not a lower-case host") }
    }

    private static func requireSegment(
        _ bytes: ArraySlice<UInt8>, name: String
    ) throws(CryptoError) {
        guard (1...largestSegmentBytes).contains(bytes.count),
            bytes.allSatisfy(isLowerLetterDigitHyphen)
        else { throw .identity("The \(name) is not 1 to 63 of a-z, 0-9 and hyphen") }
    }

    private static func isLowerLetterDigitHyphen(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"):
            true
        default: false
        }
    }
}

extension CryptoError {
    fileprivate static func identity(_ message: String) -> CryptoError {
        CryptoError(
            code: .identityRefused, message: message,
            remedy: "Use a certificate with exactly one URI name, "
                + "spiffe://<trust-domain>/partner/<kind>/<slug>/<instance>.")
    }
}
