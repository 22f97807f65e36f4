// SPDX-License-Identifier: EUPL-1.2

internal import NIOCore

/// The last OPEN of a connection with its encoding.
///
/// A client that calls one method over and over sends the same OPEN each time, unless it names a
/// key or a trace; and to compare forty bytes costs a tenth of making strings of them.
struct RepeatedOpen: Sendable {
    private var encoding = ByteBuffer()
    private var opening: CallOpening?

    /// Longer ones are not kept: ten thousand idle connections each hold one.
    private static var maxBytes: Int { 256 }

    /// What the payload decodes to, if it is the one that was kept.
    func opening(of payload: ByteBuffer) -> CallOpening? {
        encoding == payload ? opening : nil
    }

    /// Keeps an OPEN unless it can't come again: a key names one call.
    mutating func keep(_ opening: CallOpening, _ payload: ByteBuffer) {
        guard payload.readableBytes <= RepeatedOpen.maxBytes, opening.idempotencyKey.isEmpty,
            opening.traceparent.isEmpty
        else { return }
        // Copied: the payload shares the memory of a whole read.
        encoding.clear()
        encoding.writeImmutableBuffer(payload)
        self.opening = opening
    }
}
