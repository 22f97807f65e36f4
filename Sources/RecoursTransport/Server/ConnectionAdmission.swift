// SPDX-License-Identifier: EUPL-1.2

/// Decides who may use a connection, after the handshake and before any frame is parsed.
package protocol ConnectionAdmission: Sendable {
    /// Returns who the peer is: every call of the connection carries it. A refused peer is told
    /// GOAWAY(UNAUTHENTICATED) and closed. Runs on the connection's event loop, so it must not
    /// wait.
    func admit(_ connection: PeerConnection) throws(AdmissionRefusal) -> any Sendable & AnyObject

    /// An admitted connection is gone; once for each `admit` that returned.
    func closed(_ connection: PeerConnection, identity: any Sendable & AnyObject)

    /// A connection did not get as far as to be admitted. Runs on its event loop.
    func failed(_ handshake: FailedHandshake)
}

extension ConnectionAdmission {
    package func closed(_ connection: PeerConnection, identity: any Sendable & AnyObject) {}
    package func failed(_ handshake: FailedHandshake) {}
}

/// Why a peer is not admitted. It is told the text, so that says nothing of other partners.
package struct AdmissionRefusal: Error, Sendable, Hashable {
    /// For people, at most 200 bytes.
    package var message: String

    package init(_ message: String) {
        self.message = message
    }
}
