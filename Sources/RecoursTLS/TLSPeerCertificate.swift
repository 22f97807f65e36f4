// SPDX-License-Identifier: EUPL-1.2

/// The leaf that a peer showed, and TLS accepted: chained to a trusted authority, in its validity,
/// fit for its purpose, its key proven.
///
/// Who that is, is not known here: `RecoursCrypto.Certificate` reads these bytes and
/// `PartnerIdentity` judges them, so that there is one reader of certificates.
package struct TLSPeerCertificate: Hashable, Sendable {
    /// The certificate as DER.
    package let derBytes: [UInt8]

    package init(derBytes: [UInt8]) {
        self.derBytes = derBytes
    }
}
