// SPDX-License-Identifier: EUPL-1.2

internal import COpenSSL

/// What a certificate shall say.
struct CertificateContents {
    /// An extension in the short language of OpenSSL's configuration. Constants only: text from
    /// outside would be read as more of that language.
    struct Extension {
        let identifier: CInt
        let value: StaticString
    }

    /// For people: common name and, if not nil, organizational unit; 1 to 64 characters each.
    var commonName: String
    var organizationalUnit: String?
    /// Seconds since 1970, both included.
    var notBefore: Int64
    var notAfter: Int64
    var extensions: [Extension]
    var alternativeNames: [AlternativeName]
}

/// The one owner of a certificate being made.
struct CertificateDraft: ~Copyable {
    private let certificate: OpaquePointer

    /// An empty certificate.
    init() throws(CryptoError) {
        CryptoError.clearQueue()
        guard let certificate = X509_new() else { throw .library("No certificate could be made") }
        self.certificate = certificate
    }

    deinit {
        X509_free(certificate)
    }

    /// Makes it a certificate for `publicKey` by `issuer`, or by itself if nil; not signed yet.
    func fill(
        contents: CertificateContents, publicKey: PublicKey, issuer: Certificate?
    ) throws(CryptoError) {
        CryptoError.clearQueue()
        guard X509_set_version(certificate, 2) == 1,
            ASN1_TIME_set(X509_getm_notBefore(certificate), time_t(contents.notBefore)) != nil,
            ASN1_TIME_set(X509_getm_notAfter(certificate), time_t(contents.notAfter)) != nil
        else { throw .library("No certificate could be made") }
        try setSerialNumber()
        try setSubject(contents)
        var isKeySet = false
        try publicKey.withKey { isKeySet = X509_set_pubkey(certificate, $0) == 1 }
        guard isKeySet else { throw .library("The certificate's key could not be set") }
        try setIssuer(issuer, extensions: contents.extensions)
        if !contents.alternativeNames.isEmpty {
            let names = try AlternativeNamesDraft(contents.alternativeNames)
            guard names.add(toCertificate: certificate) else {
                throw .library("The certificate's names could not be set")
            }
        }
    }

    /// Signs it, and reads it back as everybody else will.
    func signed(by key: borrowing PrivateKey) throws(CryptoError) -> Certificate {
        CryptoError.clearQueue()
        let isSigned = key.withSigner { X509_sign(certificate, $0, $1) > 0 }
        guard isSigned, let bytes = DER.write({ i2d_X509(certificate, $0) }) else {
            throw .library("The certificate could not be signed")
        }
        return try Certificate(derBytes: bytes)
    }

    /// 128 random bits: no two alike, and none to be guessed (RFC 5280 §4.1.2.2 allows 20 octets).
    private func setSerialNumber() throws(CryptoError) {
        var bytes = try SecureRandom.bytes(count: 16)
        // Keeps the number positive and never shorter than its 16 octets.
        bytes[0] = bytes[0] & 0x7F | 0x40
        guard let number = BN_bin2bn(bytes, CInt(bytes.count), nil) else {
            throw .library("No serial number could be made")
        }
        defer { BN_free(number) }
        guard BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate)) != nil else {
            throw .library("No serial number could be made")
        }
    }

    private func setSubject(_ contents: CertificateContents) throws(CryptoError) {
        guard let name = X509_NAME_new() else { throw .library("No name could be made") }
        defer { X509_NAME_free(name) }
        var parts = [(NID_commonName, contents.commonName)]
        if let unit = contents.organizationalUnit {
            parts.insert((NID_organizationalUnitName, unit), at: 0)
        }
        for (identifier, text) in parts {
            let bytes = Array(text.utf8)
            guard
                X509_NAME_add_entry_by_NID(
                    name, identifier, MBSTRING_UTF8, bytes, CInt(truncatingIfNeeded: bytes.count),
                    -1,
                    0) == 1
            else {
                throw CryptoError(
                    code: .invalidArgument,
                    message: "\(text.debugDescription) cannot be a name in a certificate",
                    remedy: "Use 1 to 64 characters.", cause: CryptoError.drainQueue())
            }
        }
        guard X509_set_subject_name(certificate, name) == 1 else {
            throw .library("No name could be set")
        }
    }

    /// Sets the issuer's name and the extensions, some of which are made from the issuer's key.
    private func setIssuer(
        _ issuer: Certificate?, extensions: [CertificateContents.Extension]
    ) throws(CryptoError) {
        guard let issuer else {
            guard setIssuer(certificate, extensions: extensions) else {
                throw .library("The certificate's extensions could not be set")
            }
            return
        }
        let reader = try CertificateReader(derBytes: issuer.derBytes)
        guard reader.withCertificate({ setIssuer($0, extensions: extensions) }) else {
            throw .library("The certificate's extensions could not be set")
        }
    }

    private func setIssuer(
        _ issuer: OpaquePointer, extensions: [CertificateContents.Extension]
    ) -> Bool {
        guard X509_set_issuer_name(certificate, X509_get_subject_name(issuer)) == 1 else {
            return false
        }
        var context = X509V3_CTX()
        X509V3_set_ctx(&context, issuer, certificate, nil, nil, 0)
        for item in extensions {
            let made = item.value.withUTF8Buffer { text in
                text.withMemoryRebound(to: CChar.self) {
                    X509V3_EXT_conf_nid(nil, &context, item.identifier, $0.baseAddress)
                }
            }
            guard let made else { return false }
            defer { X509_EXTENSION_free(made) }
            guard X509_add_ext(certificate, made, -1) == 1 else { return false }
        }
        return true
    }
}
