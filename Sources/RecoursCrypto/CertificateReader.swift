// SPDX-License-Identifier: EUPL-1.2

internal import COpenSSL

/// The one owner of OpenSSL's form of a certificate; gives its parts as values.
struct CertificateReader: ~Copyable {
    /// Names beside the subject (RFC 5280 §4.2.1.6), of the three kinds that we look at.
    struct AlternativeNames {
        var uniformResourceIdentifiers: [[UInt8]] = []
        var dnsNames: [[UInt8]] = []
        var ipAddresses: [[UInt8]] = []
    }

    private let certificate: OpaquePointer

    init(derBytes: [UInt8]) throws(CryptoError) {
        CryptoError.clearQueue()
        let certificate = DER.read(derBytes, freeing: X509_free) { d2i_X509(nil, $0, $1) }
        guard let certificate else { throw .unreadable("The certificate is not one DER object") }
        // Reads the extensions into their cache; broken ones are marked.
        let flags = X509_get_extension_flags(certificate)
        guard flags & UInt32(EXFLAG_INVALID) == 0 else {
            X509_free(certificate)
            throw .unreadable("The certificate's extensions cannot be read")
        }
        self.certificate = certificate
    }

    deinit {
        X509_free(certificate)
    }

    /// Lends OpenSSL's form for the length of one call.
    func withCertificate<Result>(_ body: (OpaquePointer) -> Result) -> Result {
        body(certificate)
    }

    func publicKeyBytes() throws(CryptoError) -> [UInt8] {
        CryptoError.clearQueue()
        let key = X509_get_X509_PUBKEY(certificate)
        guard let bytes = DER.write({ i2d_X509_PUBKEY(key, $0) }) else {
            throw .unreadable("The certificate's key cannot be read")
        }
        return bytes
    }

    func serialNumber() -> [UInt8] {
        guard let serial = X509_get0_serialNumber(certificate) else { return [] }
        return Array(Self.bytes(of: serial).drop { $0 == 0 })
    }

    func validity() throws(CryptoError) -> (notBefore: Int64, notAfter: Int64) {
        var notBefore: Int64 = 0
        var notAfter: Int64 = 0
        guard recours_unix_seconds(X509_get0_notBefore(certificate), &notBefore) == 1,
            recours_unix_seconds(X509_get0_notAfter(certificate), &notAfter) == 1
        else { throw .unreadable("The certificate's dates cannot be read") }
        return (notBefore, notAfter)
    }

    /// RFC 2253's form; escapes control characters and everything above ASCII.
    func name(ofSubject: Bool) throws(CryptoError) -> String {
        let name =
            ofSubject ? X509_get_subject_name(certificate) : X509_get_issuer_name(certificate)
        guard let name, X509_NAME_entry_count(name) > 0 else { return "" }
        return try PEM.written("A name could not be written") { writer in
            recours_name_write(writer, name) == 1
        }
    }

    /// - Throws: `CERTIFICATE_UNREADABLE` if the extension is broken or there are two of it.
    func alternativeNames() throws(CryptoError) -> AlternativeNames {
        CryptoError.clearQueue()
        var status: CInt = 0
        let extensionValue = X509_get_ext_d2i(certificate, NID_subject_alt_name, &status, nil)
        guard let extensionValue else {
            // -1: there is none. -2: more than one. 0 or 1: there is one that can't be read.
            guard status == -1 else {
                throw .unreadable("The certificate's alternative names cannot be read")
            }
            return AlternativeNames()
        }
        let names = OpaquePointer(extensionValue)
        defer { GENERAL_NAMES_free(names) }
        var found = AlternativeNames()
        for place in 0..<max(0, OPENSSL_sk_num(names)) {
            guard let item = OPENSSL_sk_value(names, place) else { continue }
            let name = item.assumingMemoryBound(to: GENERAL_NAME.self)
            var type: CInt = 0
            guard let value = GENERAL_NAME_get0_value(name, &type) else { continue }
            switch type {
            case GEN_URI: found.uniformResourceIdentifiers.append(Self.bytes(of: value))
            case GEN_DNS: found.dnsNames.append(Self.bytes(of: value))
            case GEN_IPADD: found.ipAddresses.append(Self.bytes(of: value))
            default: break
            }
        }
        return found
    }

    var isAuthority: Bool {
        X509_get_extension_flags(certificate) & UInt32(EXFLAG_CA) != 0
    }

    // An absent extension reads as all ones: nothing is said, so nothing is allowed.

    var maySignMessages: Bool {
        let usage = X509_get_key_usage(certificate)
        return usage != .max && usage & UInt32(KU_DIGITAL_SIGNATURE) != 0
    }

    var maySignCertificates: Bool {
        let usage = X509_get_key_usage(certificate)
        return usage != .max && usage & UInt32(KU_KEY_CERT_SIGN | KU_CRL_SIGN) != 0
    }

    var isForClients: Bool { hasPurpose(XKU_SSL_CLIENT) }

    var isForServers: Bool { hasPurpose(XKU_SSL_SERVER) }

    private func hasPurpose(_ purpose: CInt) -> Bool {
        let usage = X509_get_extended_key_usage(certificate)
        return usage != .max && usage & UInt32(purpose) != 0
    }

    private static func bytes(of value: UnsafeMutableRawPointer) -> [UInt8] {
        bytes(of: UnsafePointer(value.assumingMemoryBound(to: ASN1_STRING.self)))
    }

    private static func bytes(of string: UnsafePointer<ASN1_STRING>) -> [UInt8] {
        Array(
            UnsafeBufferPointer(
                start: ASN1_STRING_get0_data(string), count: Int(max(0, ASN1_STRING_length(string)))
            ))
    }
}

extension CryptoError {
    fileprivate static func unreadable(_ message: String) -> CryptoError {
        CryptoError(
            code: .certificateUnreadable, message: message,
            remedy: "Check that it is an X.509 certificate and not cut.", cause: drainQueue())
    }
}
