// SPDX-License-Identifier: EUPL-1.2

import Foundation
import NIOCore
import RecoursMessages

@testable import messages_echo

extension FuzzTarget {
    /// Every message's decoding: what is decoded and encoded again is the same for ever after.
    static let messages = FuzzTarget(
        name: "messages", largestInput: 4_096,
        seeds: { MessageSeeds.all }
    ) { bytes in
        var input = FuzzInput(bytes)
        let type = input.messageType()
        try check(type, Array(input.rest))
    }

    /// Every message's JSON form.
    static let json = FuzzTarget(
        name: "json", largestInput: 4_096,
        seeds: { try MessageSeeds.inJSON }
    ) { bytes in
        var input = FuzzInput(bytes)
        let type = input.messageType()
        try checkJSON(type, Data(input.rest))
    }

    private static func check<Message: RecoursMessage>(
        _ type: Message.Type, _ bytes: [UInt8]
    ) throws {
        let strict = try? Message(decoding: ByteBuffer(bytes: bytes), unknownFields: .refused)
        guard let message = try? Message(serializedBytes: bytes) else {
            return try law(strict == nil, "\(type) is decoded only if unknown fields are refused")
        }
        let encoded = message.serializedBytes()
        try law(
            strict == nil || strict?.serializedBytes() == encoded,
            "\(type) depends on what becomes of unknown fields")
        try law(message.encodedByteCount == encoded.count, "\(type) is measured wrongly")
        var buffer = ByteBuffer(bytes: [1])
        message.encode(into: &buffer)
        try law(buffer.readableBytesView.dropFirst().elementsEqual(encoded), "\(type) in a buffer")
        let again = try Message(decoding: ByteBuffer(bytes: encoded), unknownFields: .refused)
        try law(again == message, "\(type) comes back different")
        try law(again.serializedBytes() == encoded, "\(type) has two encodings")
    }

    private static func checkJSON<Message: RecoursMessage>(
        _ type: Message.Type, _ text: Data
    ) throws {
        guard let message = try? JSONDecoder().decode(type, from: text) else { return }
        let written = try JSONEncoder().encode(message)
        let again = try JSONDecoder().decode(type, from: written)
        try law(again == message, "\(type) comes back different from JSON")
        let encoded = message.serializedBytes()
        try law(again.serializedBytes() == encoded, "\(type) has two encodings")
        try law(try Message(serializedBytes: encoded) == message, "\(type) is no message")
    }
}

extension FuzzInput {
    /// The type that the first byte pair chooses.
    mutating func messageType() -> any RecoursMessage.Type {
        MessageTypes.all[number() % MessageTypes.all.count]
    }
}
