// SPDX-License-Identifier: EUPL-1.2

/// What one side shows of itself: its certificate, the chain under the root, and the private key.
package struct TLSIdentity: Sendable {
    /// PEM: the leaf first, then the intermediates; the root may be left out.
    package var certificateChainPEM: [UInt8]
    /// PEM, PKCS #8 or SEC 1, without a passphrase.
    package var privateKeyPEM: [UInt8]

    package init(certificateChainPEM: [UInt8], privateKeyPEM: [UInt8]) {
        self.certificateChainPEM = certificateChainPEM
        self.privateKeyPEM = privateKeyPEM
    }

    /// Reads both files. The key file must not be readable by its group or by others.
    ///
    /// - Throws: ``TLSError`` `FILE_UNREADABLE` or `KEY_FILE_EXPOSED`.
    package init(certificateChainPath: String, privateKeyPath: String) throws(TLSError) {
        certificateChainPEM = try TLSFile.read(certificateChainPath, isSecret: false)
        privateKeyPEM = try TLSFile.read(privateKeyPath, isSecret: true)
    }
}

/// The authorities whose certificates are believed.
package struct TLSTrust: Sendable {
    /// PEM, one or more CA certificates.
    package var certificatesPEM: [UInt8]

    package init(certificatesPEM: [UInt8]) {
        self.certificatesPEM = certificatesPEM
    }

    /// - Throws: ``TLSError`` `FILE_UNREADABLE`.
    package init(path: String) throws(TLSError) {
        certificatesPEM = try TLSFile.read(path, isSecret: false)
    }
}

/// When a certificate holds, in seconds since 1970, both ends included.
package struct TLSValidity: Hashable, Sendable {
    package var notBefore: Int64
    package var notAfter: Int64

    package init(notBefore: Int64, notAfter: Int64) {
        self.notBefore = notBefore
        self.notAfter = notAfter
    }
}
