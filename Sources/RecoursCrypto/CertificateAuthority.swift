// SPDX-License-Identifier: EUPL-1.2

internal import COpenSSL

/// A small certificate authority: its certificate and the key it signs with.
///
/// It decides what a certificate says; of a request it takes the key alone.
package struct CertificateAuthority: ~Copyable, Sendable {
    /// Clocks differ: a certificate holds from five minutes before it was made.
    package static let backdatingSeconds: Int64 = 300
    private static let daySeconds: Int64 = 86_400

    package let certificate: Certificate
    private let key: PrivateKey

    /// A new self-signed authority with a P-256 key. It may issue leaves only.
    ///
    /// - Parameters:
    ///   - name: For people, 1 to 64 characters.
    ///   - years: How long it holds, 1…30, of 365 days.
    ///   - now: Seconds since 1970.
    /// - Throws: ``CryptoError`` `INVALID_ARGUMENT`, `LIBRARY_FAILED`.
    package static func make(
        name: String, years: Int, now: Int64
    ) throws(CryptoError) -> CertificateAuthority {
        guard (1...30).contains(years) else {
            throw CryptoError(
                code: .invalidArgument, message: "An authority holds 1 to 30 years, not \(years)")
        }
        let key = try PrivateKey.generate()
        let contents = CertificateContents(
            commonName: name,
            notBefore: now - backdatingSeconds,
            notAfter: now + Int64(years) * 365 * daySeconds,
            extensions: [
                .init(identifier: NID_basic_constraints, value: "critical,CA:TRUE,pathlen:0"),
                .init(identifier: NID_key_usage, value: "critical,keyCertSign,cRLSign"),
                .init(identifier: NID_subject_key_identifier, value: "hash"),
            ],
            alternativeNames: [])
        let draft = try CertificateDraft()
        try draft.fill(contents: contents, publicKey: key.publicKey, issuer: nil)
        let certificate = try draft.signed(by: key)
        return try CertificateAuthority(certificate: certificate, key: key)
    }

    /// An authority that exists already.
    ///
    /// - Throws: ``CryptoError`` `AUTHORITY_UNFIT` if the certificate is no CA's or has another
    /// key.
    package init(certificate: Certificate, key: consuming PrivateKey) throws(CryptoError) {
        guard certificate.isAuthority, certificate.maySignCertificates else {
            throw CryptoError(
                code: .authorityUnfit, message: "The certificate is not an authority's",
                remedy: "Give the CA's certificate, not one that it issued.")
        }
        guard certificate.publicKeyFingerprint == key.publicKey.fingerprint else {
            throw CryptoError(
                code: .authorityUnfit,
                message: "The private key does not belong to the authority's certificate",
                remedy: "Give the key that was made with the certificate.")
        }
        self.certificate = certificate
        self.key = key
    }

    /// The authority's key in PEM, for a file of mode 0600.
    ///
    /// - Throws: ``CryptoError`` `LIBRARY_FAILED`.
    package func keyPEM() throws(CryptoError) -> String {
        try key.pem()
    }

    /// A server's certificate for these names and addresses, 1…100 in all.
    ///
    /// - Parameters:
    ///   - days: How long it holds, 1…398; never longer than the authority.
    ///   - now: Seconds since 1970.
    /// - Throws: ``CryptoError`` `INVALID_ARGUMENT` naming what is no name or address,
    ///   `AUTHORITY_UNFIT` if the authority has ended.
    package func issueServerCertificate(
        for publicKey: PublicKey, dnsNames: [String], ipAddresses: [String], days: Int, now: Int64
    ) throws(CryptoError) -> Certificate {
        guard (1...100).contains(dnsNames.count + ipAddresses.count) else {
            throw CryptoError(
                code: .invalidArgument, message: "A server's certificate has 1 to 100 names",
                remedy: "Give the names and addresses that clients connect to.")
        }
        for name in dnsNames { try Self.requireHostName(name) }
        return try issue(
            for: publicKey, commonName: "Recours server", organizationalUnit: nil,
            extendedUsage: "serverAuth",
            names: dnsNames.map(AlternativeName.dns) + ipAddresses.map(AlternativeName.ipAddress),
            days: days, now: now)
    }

    /// A partner's certificate, for a key of a request or of our making.
    ///
    /// - Parameters:
    ///   - days: How long it holds, 1…398; never longer than the authority.
    ///   - now: Seconds since 1970.
    /// - Throws: ``CryptoError`` `INVALID_ARGUMENT`, `AUTHORITY_UNFIT` if the authority has ended.
    package func issuePartnerCertificate(
        for publicKey: PublicKey, identity: PartnerIdentity, days: Int, now: Int64
    ) throws(CryptoError) -> Certificate {
        try issue(
            for: publicKey, commonName: identity.slug, organizationalUnit: identity.instance,
            extendedUsage: "clientAuth",
            names: [.uniformResourceIdentifier(identity.uri)], days: days, now: now)
    }

    private func issue(
        for publicKey: PublicKey, commonName: String, organizationalUnit: String?,
        extendedUsage: StaticString, names: [AlternativeName], days: Int, now: Int64
    ) throws(CryptoError) -> Certificate {
        // 398 days is what browsers' rules allow a leaf; ours renew after 90.
        guard (1...398).contains(days) else {
            throw CryptoError(
                code: .invalidArgument, message: "A certificate holds 1 to 398 days, not \(days)")
        }
        guard now < certificate.notAfter else {
            throw CryptoError(
                code: .authorityUnfit, message: "The authority's certificate has ended",
                remedy: "Make a new authority, and give its certificate to clients and servers.")
        }
        let contents = CertificateContents(
            commonName: commonName,
            organizationalUnit: organizationalUnit,
            notBefore: max(now - Self.backdatingSeconds, certificate.notBefore),
            notAfter: min(now + Int64(days) * Self.daySeconds, certificate.notAfter),
            extensions: [
                .init(identifier: NID_basic_constraints, value: "critical,CA:FALSE"),
                .init(identifier: NID_key_usage, value: "critical,digitalSignature"),
                .init(identifier: NID_ext_key_usage, value: extendedUsage),
                .init(identifier: NID_subject_key_identifier, value: "hash"),
                .init(identifier: NID_authority_key_identifier, value: "keyid:always"),
            ],
            alternativeNames: names)
        let draft = try CertificateDraft()
        try draft.fill(contents: contents, publicKey: publicKey, issuer: certificate)
        return try draft.signed(by: key)
    }

    /// Labels of letters, digits and hyphens, at most 253 bytes; `*` may stand for the first one.
    private static func requireHostName(_ name: String) throws(CryptoError) {
        let labels = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let isFit =
            (1...253).contains(name.utf8.count)
            && labels.enumerated().allSatisfy { place, label in
                if place == 0, label.elementsEqual("*".utf8) { return labels.count > 2 }
                return (1...63).contains(label.count) && label.first != 0x2D && label.last != 0x2D
                    && label.allSatisfy { byte in
                        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
                            || (0x30...0x39).contains(byte) || byte == 0x2D
                    }
            }
        guard isFit else {
            throw CryptoError(
                code: .invalidArgument, message: "\(name.debugDescription) is not a DNS name",
                remedy: "Give it as host.example.org, international names as xn--….")
        }
    }
}
