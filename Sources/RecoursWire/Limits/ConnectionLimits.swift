// SPDX-License-Identifier: EUPL-1.2

/// Every bound of one connection, with the reason for its number (PROTOCOL.md §11).
package struct ConnectionLimits: Sendable, Hashable {
    // MARK: Sizes

    /// Largest frame payload we accept: small enough that calls interleave, large enough that
    /// headers and TLS records cost little. 16,384 to 65,536.
    package var maxFrameBytes = 65_536
    /// Largest message we accept: twice an encoded case at its own limit of 2 MiB.
    package var maxMessageBytes = 4_194_304
    /// DATA bytes the peer may send on a new call; at least `maxMessageBytes`, or a fragmented
    /// message could never complete.
    package var callCreditBytes = 4_194_304
    /// DATA bytes in flight on the connection; returned on receipt, so it bounds only the path:
    /// 1 MiB fills 80 Mbit/s at 100 ms.
    package var connectionCreditBytes = 1_048_576
    /// Received and not yet consumed, over all calls; then the newest call is refused. Four
    /// messages of the largest size.
    package var maxBufferedBytes = 16_777_216
    /// Encoded and unsent on one call, before its sender has to wait: one frame's worth.
    package var maxUnsentBytesPerCall = 65_536
    /// Encoded and unsent on the connection, before all senders have to wait.
    package var maxUnsentBytes = 1_048_576
    /// Longest method name; ours have under 50 bytes.
    package var maxMethodBytes = 128
    /// Entries of metadata in one frame.
    package var maxMetadataEntries = 64
    /// Keys and values of one frame's metadata together.
    package var maxMetadataBytes = 8_192

    // MARK: Counts and rates

    /// Calls that run at once, cancelled ones included until their handler has ended.
    package var maxCalls = 100
    /// CANCELs, PINGs, extra CREDITs and refused calls, each, in `budgetWindowMilliseconds`;
    /// six a second are far above honest use and far below what costs us anything.
    package var budgetPerWindow = 200
    /// DATA frames for calls that are already over, in `budgetWindowMilliseconds`: a full call
    /// window of 100-byte messages may be in flight when a call ends.
    package var strayFramesPerWindow = 50_000
    /// The period of all budgets.
    package var budgetWindowMilliseconds: UInt64 = 30_000
    /// Fragments that may be arbitrarily small, before an average is demanded.
    package var freeFragments = 1_000
    /// Average payload demanded of fragments after `freeFragments`.
    package var minAverageFragmentBytes = 64

    // MARK: Times

    /// From the end of the handshake to the peer's HELLO.
    package var helloTimeoutMilliseconds: UInt64 = 5_000
    /// From a frame's first byte to its last, however the bytes drip.
    package var frameTimeoutMilliseconds: UInt64 = 15_000
    /// From PING to its answer.
    package var pingTimeoutMilliseconds: UInt64 = 20_000
    /// Without output taken while there is some, or without credit for a call's queue.
    package var writeStallMilliseconds: UInt64 = 30_000
    /// Without a call; the server then says GOAWAY(IDLE). 0 turns it off.
    package var idleTimeoutMilliseconds: UInt64 = 900_000
    /// Age at which the server drains a connection, so that load spreads over new servers; the
    /// owner of the randomness varies it by 10 % a connection. 0 turns it off.
    package var maxAgeMilliseconds: UInt64 = 3_600_000
    /// How long calls may go on after GOAWAY.
    package var drainMilliseconds: UInt64 = 30_000
    /// Longest timeout a client may ask; longer ones are clamped. One connection's usual age.
    package var maxTimeoutMilliseconds: UInt64 = 3_600_000
    /// Shortest interval between PINGs that we announce to the peer.
    package var minPingIntervalMilliseconds: UInt64 = 10_000
    /// Silence after which we PING by ourselves while calls are open; 0 turns it off.
    package var keepaliveMilliseconds: UInt64 = 0
    /// The same without calls.
    package var idleKeepaliveMilliseconds: UInt64 = 0

    // MARK: Names

    /// Name and version of the software in HELLO, at most 100 bytes.
    package var software = "recours"
    /// First 16 bytes of SHA-256 over the schema's descriptor set, or empty.
    package var schemaHash: [UInt8] = []

    package init() {}
}
