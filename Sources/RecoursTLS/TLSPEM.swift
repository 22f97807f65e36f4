// SPDX-License-Identifier: EUPL-1.2

internal import COpenSSL

/// Reads PEM into OpenSSL's objects, each lent to a closure and freed after it.
enum TLSPEM {
    /// Calls `body` with each certificate and its place in the text; there must be one at least.
    ///
    /// - Throws: `CERTIFICATE_UNREADABLE`, and what `body` throws.
    static func forEachCertificate(
        in pem: [UInt8], _ body: (OpaquePointer, Int) throws(TLSError) -> Void
    ) throws(TLSError) {
        try withReader(of: pem) { (reader) throws(TLSError) in
            var count = 0
            while true {
                TLSFailure.clear()
                guard let certificate = PEM_read_bio_X509(reader, nil, refusePassphrase, nil) else {
                    let failure = TLSFailure.drain()
                    // The end of the text is told as a missing BEGIN line.
                    if count > 0, failure.reason == PEM_R_NO_START_LINE { return }
                    throw TLSError(
                        code: .certificateUnreadable,
                        message: count == 0
                            ? "There is no certificate in the PEM text"
                            : "Certificate \(count + 1) of the PEM text cannot be read",
                        remedy: "Give PEM blocks that begin with -----BEGIN CERTIFICATE-----.",
                        cause: failure.text)
                }
                defer { X509_free(certificate) }
                try body(certificate, count)
                count += 1
            }
        }
    }

    /// Calls `body` with the private key.
    ///
    /// - Throws: `KEY_ENCRYPTED`, `KEY_UNREADABLE`, and what `body` throws.
    static func withPrivateKey(
        in pem: [UInt8], _ body: (OpaquePointer) throws(TLSError) -> Void
    ) throws(TLSError) {
        try withReader(of: pem) { (reader) throws(TLSError) in
            TLSFailure.clear()
            var wasAsked: CInt = 0
            let key = PEM_read_bio_PrivateKey(reader, nil, refusePassphrase, &wasAsked)
            let failure = TLSFailure.drain()
            guard let key else {
                throw wasAsked != 0
                    ? TLSError(
                        code: .keyEncrypted, message: "The private key has a passphrase",
                        remedy: "Remove it (openssl pkey -in KEY -out KEY) and guard the file.")
                    : TLSError(
                        code: .keyUnreadable, message: "The private key cannot be read",
                        remedy: "Give one PEM block that begins with -----BEGIN PRIVATE KEY-----.",
                        cause: failure.text)
            }
            defer { EVP_PKEY_free(key) }
            try body(key)
        }
    }

    /// Without a callback OpenSSL would ask for the passphrase on the terminal. Notes that it
    /// asked.
    private static let refusePassphrase:
        @convention(c) (UnsafeMutablePointer<CChar>?, CInt, CInt, UnsafeMutableRawPointer?)
            -> CInt =
            { _, _, _, wasAsked in
                wasAsked?.storeBytes(of: 1, as: CInt.self)
                return -1
            }

    static func withReader(
        of pem: [UInt8], _ body: (OpaquePointer) throws(TLSError) -> Void
    ) throws(TLSError) {
        guard let count = CInt(exactly: pem.count) else {
            throw TLSError(code: .certificateUnreadable, message: "The PEM text is too long")
        }
        // The closure of withUnsafeBytes can't throw our type in a rethrowing function, so the
        // result crosses it as a value.
        let result: Result<Void, TLSError> = pem.withUnsafeBytes { bytes in
            guard let reader = recours_bio_reading(bytes.baseAddress, count) else {
                return .failure(.library("A reader could not be made"))
            }
            defer { BIO_free(reader) }
            do throws(TLSError) {
                return .success(try body(reader))
            } catch {
                return .failure(error)
            }
        }
        try result.get()
    }
}

extension TLSError {
    /// OpenSSL refused something that must work; takes what the thread's queue holds.
    static func library(_ message: String) -> TLSError {
        TLSError(
            code: .libraryFailed, message: message,
            remedy: "Check that the installed OpenSSL is 3.0 or later and its configuration sane.",
            cause: TLSFailure.drain().text)
    }
}
