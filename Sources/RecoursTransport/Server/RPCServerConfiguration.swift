// SPDX-License-Identifier: EUPL-1.2

package import RecoursWire

/// How a server listens.
package struct RPCServerConfiguration: Sendable {
    package var host = "127.0.0.1"
    /// 0 takes a free port.
    package var port = 0
    package var eventLoopCount = 1
    package var limits = ConnectionLimits()
    /// Over all; further ones are closed at once.
    package var maxConnections = 10_000
    /// Handshakes cost a millisecond of CPU each, before anybody is known: security.md §4.3.
    package var maxHandshakes = 256
    /// Of one address, or of one network of 64 bits with IPv6.
    package var maxHandshakesPerAddress = 64
    package var maxHandshakesPerAddressPerSecond = 10_000
    /// Of each thread's time, while calls keep it busy.
    package var handshakePercent = 3
    /// security.md §4.5.
    package var handshakeTimeoutMilliseconds: Int64 = 5_000
    package var backlog: Int32 = 1_024
    package var network: any Network = Sockets()

    package init() {
        // A peer whose cable is pulled sends nothing, not even an end. With 20 s for the answer and
        // 2 s for the farewell it is gone within 50 s (security.md §2a).
        limits.keepaliveMilliseconds = 28_000
        // A thousand watchers that read nothing hold this each, and as much before it.
        limits.maxUnsentBytesPerCall = 16_384
    }
}

/// Why a server cannot listen.
package struct RPCServerError: Error, Sendable, CustomStringConvertible {
    package enum Code: Sendable, Hashable {
        case addressInUse
        case addressUnavailable
        case permissionDenied
        case other
    }

    package let code: Code
    package let message: String
    package let remedy: String

    package var description: String { "\(message). \(remedy)" }
}

/// What a server is doing now.
package struct RPCServerCounts: Sendable, Hashable {
    package var connections = 0
    package var handshakes = 0
    package var calls = 0
    /// Of ciphertext, since the start.
    package var bytesReceived: UInt64 = 0
    package var bytesSent: UInt64 = 0
}
