// SPDX-License-Identifier: EUPL-1.2

internal import NIOCore
package import RecoursMessages
package import RecoursTLS
internal import Synchronization

/// One live connection whose peer has proven a certificate, as admission and handlers see it.
package final class PeerConnection: Sendable {
    /// Counts the server's connections from 1.
    package let number: UInt64
    /// Address and port, for logs; empty if unknown.
    package let remoteAddress: String
    /// The leaf that the peer showed; `RecoursCrypto.Certificate` reads it.
    package let certificate: TLSPeerCertificate
    private let executor: LoopExecutor
    /// Nil until the connection serves.
    private let handler = Mutex<NIOLoopBound<ServerConnectionHandler>?>(nil)

    init(
        number: UInt64, remoteAddress: String, certificate: TLSPeerCertificate,
        executor: LoopExecutor
    ) {
        self.number = number
        self.remoteAddress = remoteAddress
        self.certificate = certificate
        self.executor = executor
    }

    /// Says GOAWAY, cancels the calls in flight and closes at once. From any thread; a second call
    /// does nothing.
    package func close(_ reason: WireGoAwayReason, message: String = "") {
        // Without a handler the connection is over, and its loop may be too.
        guard let handler = handler.withLock({ $0 }) else { return }
        executor.execute { handler.value.expel(reason, message) }
    }

    /// Nil when the connection is over.
    func serves(_ handler: NIOLoopBound<ServerConnectionHandler>?) {
        self.handler.withLock { $0 = handler }
    }
}
