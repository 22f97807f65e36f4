// SPDX-License-Identifier: EUPL-1.2

/// The partner's certificate and key.
public enum RecoursIdentity: Sendable {
    /// Paths of PEM files: the certificate, leaf first, and its private key (mode 0600).
    case pem(certificate: String, key: String)
    /// The same as bytes, for keys that come from a vault.
    case pemBytes(certificate: [UInt8], key: [UInt8])
}

/// Whom the client takes for a Recours server.
public enum RecoursTrust: Sendable {
    /// Path of a PEM file with the CA's certificate.
    case pem(String)
    case pemBytes([UInt8])
}
