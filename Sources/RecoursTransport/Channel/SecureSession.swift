// SPDX-License-Identifier: EUPL-1.2

package import NIOCore
package import RecoursTLS

/// What stands between the bytes of a channel and frames: TLS, or what a simulation has in its
/// place.
package protocol SecureSession: AnyObject {
    /// The peer's certificate once the handshake is complete; nil before.
    var peer: TLSPeerCertificate? { get }
    /// The peer's certificate is on a revocation list by now.
    var isPeerRevoked: Bool { get }

    func handshake() throws(TLSError) -> TLSHandshakeProgress
    func receive(ciphertext: inout ByteBuffer, atNanoseconds: UInt64)
    func receiveEnd()
    func takeCiphertext() -> ByteBuffer?
    func readPlaintext(
        into buffer: inout ByteBuffer, atMost limit: Int
    ) throws(TLSError) -> TLSReadOutcome
    func write(plaintext: inout ByteBuffer) throws(TLSError)
    func closeNotify()
}

extension TLSSession: SecureSession {}
