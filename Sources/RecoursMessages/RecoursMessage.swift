// SPDX-License-Identifier: EUPL-1.2

package import NIOCore

/// A message of the schema: a value with a protobuf encoding and a JSON form.
///
/// The generated types are the only conformers: `MessageCoding` cannot be made elsewhere.
public protocol RecoursMessage: Sendable, Hashable, Codable {
    /// Full name in the schema, e.g. `recours.v1.Case`.
    static var protoName: String { get }

    /// How the message is encoded and decoded.
    static var coding: MessageCoding<Self> { get }
}

extension RecoursMessage {
    /// Decodes a message from its protobuf encoding; unknown fields are ignored. Throws
    /// `MessageError`.
    public init(serializedBytes bytes: [UInt8]) throws(MessageError) {
        self = try Self.coding.decode(bytes.span.bytes, .ignored)
    }

    /// The message's protobuf encoding.
    public func serializedBytes() -> [UInt8] {
        Self.coding.bytes(self)
    }

    /// Decodes a message from all readable bytes of a buffer. Throws `MessageError`.
    ///
    /// Synchronous, on the calling thread's arena; what the decoded tree may take there is 1 MiB
    /// and 8 bytes for each byte of the encoding.
    package init(
        decoding buffer: ByteBuffer, unknownFields: UnknownFields = .ignored
    ) throws(MessageError) {
        self = try Self.coding.decode(buffer.readableBytesSpan, unknownFields)
    }

    /// Appends the message's protobuf encoding to a buffer.
    package func encode(into buffer: inout ByteBuffer) {
        Self.coding.append(self, &buffer)
    }

    /// Bytes of the message's protobuf encoding; costs about as much as encoding it.
    package var encodedByteCount: Int {
        Self.coding.byteCount(self)
    }
}
