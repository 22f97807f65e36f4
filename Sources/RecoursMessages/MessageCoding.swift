// SPDX-License-Identifier: EUPL-1.2

internal import CProtobufC
internal import CRecoursProtos
internal import NIOCore

/// How one type of message is encoded and decoded; opaque outside this module.
///
/// It lets code that is generic over `RecoursMessage` reach the C side of a type without the
/// protocol showing it.
public struct MessageCoding<Message>: Sendable {
    let decode: @Sendable (RawSpan, UnknownFields) throws(MessageError) -> Message
    let append: @Sendable (Message, inout ByteBuffer) -> Void
    let bytes: @Sendable (Message) -> [UInt8]
    let byteCount: @Sendable (Message) -> Int
}

extension MessageCoding where Message: CMessage {
    init() {
        decode = { (span, unknownFields) throws(MessageError) -> Message in
            try span.withUnsafeBytes { (bytes) throws(MessageError) -> Message in
                try Message.decode(bytes, unknownFields)
            }
        }
        append = { message, buffer in
            _ = message.withTree { tree, size in
                buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: size) { space in
                    // An empty message has no bytes, and its space may have no address.
                    guard let start = space.baseAddress else { return 0 }
                    return protobuf_c_message_pack(tree, start.assumingMemoryBound(to: UInt8.self))
                }
            }
        }
        bytes = { message in
            message.withTree { tree, size in
                [UInt8](unsafeUninitializedCapacity: size) { space, count in
                    if let start = space.baseAddress {
                        count = protobuf_c_message_pack(tree, start)
                    }
                }
            }
        }
        byteCount = { message in
            message.withTree { _, size in size }
        }
    }
}

extension CMessage {
    /// What a decoded tree may take beyond its share: room for the structs of a small message, and
    /// for lists at their limits in their smallest form.
    private static var baseBudget: Int { 1024 * 1024 }
    /// Bytes of tree for each byte of encoding. Honest messages need 1 to 4.
    private static var budgetFactor: Int { 8 }

    /// Unpacks into the thread's arena and makes the Swift value of it.
    fileprivate static func decode(
        _ bytes: UnsafeRawBufferPointer, _ unknownFields: UnknownFields
    ) throws(MessageError) -> Self {
        guard let arena = recours_arena_begin(baseBudget + budgetFactor * bytes.count) else {
            throw MessageError(code: .tooLarge, fieldPath: "", message: "no memory to decode in")
        }
        defer { recours_arena_end(arena) }
        let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
        guard let unpacked = recours_arena_unpack(arena, descriptor, start, bytes.count) else {
            // protobuf-c says nothing of why.
            guard arena.pointee.cap_was_hit else {
                throw MessageError(
                    code: .malformed, fieldPath: "", message: "not an encoding of \(protoName)")
            }
            throw MessageError(
                code: .tooLarge, fieldPath: "",
                message: "decoding would take more memory than a message of its length may")
        }
        var reader = MessageReader(unknownFields)
        reader.check(unpacked)
        let message = UnsafeRawPointer(unpacked).withMemoryRebound(to: CLayout.self, capacity: 1) {
            Self($0, &reader)
        }
        if let failure = reader.failure { throw failure }
        return message
    }

    /// Builds the C tree in the thread's arena, and lends it out with the size of its encoding.
    fileprivate func withTree<Result>(
        _ body: (UnsafePointer<ProtobufCMessage>, Int) -> Result
    ) -> Result {
        let tree = MessageTree()
        defer { tree.end() }
        let root = UnsafeRawPointer(tree.message(self))
            .assumingMemoryBound(to: ProtobufCMessage.self)
        return body(root, protobuf_c_message_get_packed_size(root))
    }
}
