// SPDX-License-Identifier: EUPL-1.2

package import NIOCore

/// A message that is in its protobuf encoding already.
///
/// A handler that answers with what is stored encoded need not decode it first: it puts the stored
/// bytes into the reply's encoding with `ByteBuffer.writeField`.
package struct EncodedMessage<Message: RecoursMessage>: Sendable, Hashable {
    /// The encoding; all readable bytes.
    package let bytes: ByteBuffer

    /// Encodes a message.
    package init(_ message: Message, allocator: ByteBufferAllocator = ByteBufferAllocator()) {
        var bytes = allocator.buffer(capacity: 0)
        message.encode(into: &bytes)
        self.bytes = bytes
    }

    /// Takes bytes that are an encoding of `Message`; not checked.
    package init(encoding bytes: ByteBuffer) {
        self.bytes = bytes
    }

    /// Decodes the message. Throws `MessageError`.
    package func decoded() throws(MessageError) -> Message {
        try Message(decoding: bytes)
    }
}
