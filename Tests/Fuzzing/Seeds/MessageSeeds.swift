// SPDX-License-Identifier: EUPL-1.2

import CProtobufC
import Foundation

@testable import RecoursMessages
@testable import messages_echo

/// A message of each type with each of its fields set, made from the schema itself.
enum MessageSeeds {
    /// Messages within messages: what is deeper is left out.
    private static let depth = 2

    /// For the target: the number of the type, then its encoding.
    static var all: [[UInt8]] {
        MessageTypes.all.indices.map { number($0) + encoding(of: MessageTypes.all[$0]) }
    }

    static var inJSON: [[UInt8]] {
        get throws {
            try MessageTypes.all.indices.map { place in
                let type = MessageTypes.all[place]
                return try number(place) + json(type, encoding(of: type))
            }
        }
    }

    static func encoding(of type: any RecoursMessage.Type) -> [UInt8] {
        guard let type = type as? any CMessage.Type else { return [] }
        return sample(type.descriptor, depth: depth)
    }

    private static func number(_ place: Int) -> [UInt8] {
        [UInt8(place >> 8), UInt8(place & 0xFF)]
    }

    private static func json<Message: RecoursMessage>(
        _ type: Message.Type, _ bytes: [UInt8]
    ) throws -> [UInt8] {
        Array(try JSONEncoder().encode(Message(serializedBytes: bytes)))
    }

    private static func sample(
        _ message: UnsafePointer<ProtobufCMessageDescriptor>, depth: Int
    ) -> [UInt8] {
        (0..<Int(message.pointee.n_fields)).flatMap { place -> [UInt8] in
            let field = message.pointee.fields[place]
            switch field.type {
            case PROTOBUF_C_TYPE_STRING: return counted(field, Array("2018-11-30".utf8))
            case PROTOBUF_C_TYPE_BYTES: return counted(field, Array(0..<16))
            case PROTOBUF_C_TYPE_MESSAGE:
                guard depth > 0, let inner = field.descriptor else { return [] }
                return counted(
                    field,
                    sample(
                        inner.assumingMemoryBound(to: ProtobufCMessageDescriptor.self),
                        depth: depth - 1))
            case PROTOBUF_C_TYPE_FIXED64: return key(field, 1) + Array(0..<8)
            default: return key(field, 0) + [UInt8(1 + place % 3)]
            }
        }
    }

    private static func counted(_ field: ProtobufCFieldDescriptor, _ bytes: [UInt8]) -> [UInt8] {
        key(field, 2) + varint(UInt32(bytes.count)) + bytes
    }

    private static func key(_ field: ProtobufCFieldDescriptor, _ wireType: UInt32) -> [UInt8] {
        varint(field.id << 3 | wireType)
    }

    private static func varint(_ value: UInt32) -> [UInt8] {
        value < 0x80 ? [UInt8(value)] : [UInt8(value & 0x7F) | 0x80] + varint(value >> 7)
    }
}
