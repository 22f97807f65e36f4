// SPDX-License-Identifier: EUPL-1.2

internal import Synchronization

/// Bytes of ciphertext, over all connections since the server's start.
final class Traffic: Sendable {
    private let receivedBytes = Atomic<UInt64>(0)
    private let sentBytes = Atomic<UInt64>(0)

    var received: UInt64 { receivedBytes.load(ordering: .relaxed) }
    var sent: UInt64 { sentBytes.load(ordering: .relaxed) }

    func received(_ byteCount: Int) {
        receivedBytes.wrappingAdd(UInt64(clamping: byteCount), ordering: .relaxed)
    }

    func sent(_ byteCount: Int) {
        sentBytes.wrappingAdd(UInt64(clamping: byteCount), ordering: .relaxed)
    }
}
