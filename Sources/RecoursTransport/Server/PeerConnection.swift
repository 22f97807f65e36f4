// SPDX-License-Identifier: EUPL-1.2

/// One live connection as handlers and admission see it.
package final class PeerConnection: Sendable {
    /// Counts the server's connections from 1.
    package let number: UInt64
    /// The peer's leaf certificate in DER.
    package let certificateDER: [UInt8]
    /// Address and port, for logs; empty if unknown.
    package let remoteAddress: String
    /// What admission made of the certificate; nil while it decides.
    package let identity: (any Sendable)?
    package let loopSink: EventLoopSink

    init(
        number: UInt64, certificateDER: [UInt8], remoteAddress: String,
        identity: (any Sendable)?, loopSink: EventLoopSink
    ) {
        self.number = number
        self.certificateDER = certificateDER
        self.remoteAddress = remoteAddress
        self.identity = identity
        self.loopSink = loopSink
    }
}
