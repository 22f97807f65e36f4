// SPDX-License-Identifier: EUPL-1.2

package import RecoursMessages

/// What the peer accepts: the defaults of PROTOCOL.md §5.2 until its HELLO is read.
package struct PeerSettings: Sendable, Hashable {
    /// Defaults, and at the same time the least that a HELLO may announce.
    package static let defaults = PeerSettings()

    package var maxFrameBytes = 16_384
    package var maxMessageBytes = 4_194_304
    package var callCreditBytes = 65_536
    package var connectionCreditBytes = 262_144
    package var maxCalls = 16
    package var minPingIntervalMilliseconds: UInt64 = 10_000

    private init() {}

    /// The settings of a HELLO. Throws `protocolViolation` if one is out of its range.
    package init(_ hello: WireHello) throws(ConnectionError) {
        let defaults = PeerSettings.defaults
        guard hello.maxFrameBytes >= defaults.maxFrameBytes,
            hello.callCreditBytes >= defaults.callCreditBytes,
            hello.callCreditBytes >= hello.maxMessageBytes,
            hello.callCreditBytes <= SendWindow.maxBytes,
            hello.connectionCreditBytes >= defaults.connectionCreditBytes,
            hello.connectionCreditBytes <= SendWindow.maxBytes
        else {
            throw ConnectionError(.protocolViolation, "HELLO announces a size out of range.")
        }
        maxFrameBytes = min(Int(hello.maxFrameBytes), 65_536)
        maxMessageBytes = Int(hello.maxMessageBytes)
        callCreditBytes = Int(hello.callCreditBytes)
        connectionCreditBytes = Int(hello.connectionCreditBytes)
        maxCalls = Int(hello.maxCalls)
        minPingIntervalMilliseconds = UInt64(hello.minPingIntervalMs)
    }
}

extension ConnectionLimits {
    /// The same limits, held within what HELLO may say.
    var announceable: ConnectionLimits {
        var limits = self
        limits.maxFrameBytes = min(max(maxFrameBytes, 16_384), 65_536)
        limits.maxMessageBytes = min(max(maxMessageBytes, 0), SendWindow.maxBytes)
        limits.callCreditBytes = min(
            max(callCreditBytes, limits.maxMessageBytes, 65_536), SendWindow.maxBytes)
        limits.connectionCreditBytes = min(
            max(connectionCreditBytes, 262_144), SendWindow.maxBytes)
        return limits
    }

    /// The HELLO that announces these limits; a client accepts no calls.
    func hello(maxCalls: Int) -> WireHello {
        var hello = WireHello()
        hello.maxFrameBytes = UInt32(clamping: maxFrameBytes)
        hello.maxMessageBytes = UInt32(clamping: maxMessageBytes)
        hello.callCreditBytes = UInt32(clamping: callCreditBytes)
        hello.connectionCreditBytes = UInt32(clamping: connectionCreditBytes)
        hello.maxCalls = UInt32(clamping: maxCalls)
        hello.minPingIntervalMs = UInt32(clamping: minPingIntervalMilliseconds)
        hello.software = software
        hello.schemaHash = schemaHash
        return hello
    }
}
