// SPDX-License-Identifier: EUPL-1.2

internal import Foundation
internal import NIOCore
internal import RecoursMessages

/// Decodes messages that another program sends, and answers with what it makes of them.
///
/// A request is u32 length (big-endian), u8 length of the type's name, the name, u8 operation,
/// bytes; an answer is u32 length, u8 (0 done, 1 refused), and the bytes or the error's text.
/// `Tests/Interop/messages.py` is the other program.
@main
struct Echo {
    /// What to do with the bytes.
    enum Operation: UInt8 {
        /// Decode and encode again.
        case again = 1
        /// The same, refusing unknown fields.
        case strictly = 2
        /// Decode, write JSON, read that, and encode.
        case throughJSON = 3
    }

    static func main() throws {
        var types: [String: any RecoursMessage.Type] = [:]
        for type in MessageTypes.all { types[type.protoName] = type }
        let input = FileHandle.standardInput
        let output = FileHandle.standardOutput
        while let request = try frame(from: input) {
            let nameEnd = 1 + Int(request[0])
            let name = String(decoding: request[1..<nameEnd], as: UTF8.self)
            guard let type = types[name], let operation = Operation(rawValue: request[nameEnd])
            else {
                FileHandle.standardError.write(Data("no \(name), or no such operation\n".utf8))
                exit(2)
            }
            let bytes = Array(request[(nameEnd + 1)...])
            var answer: [UInt8]
            do {
                answer = [0] + (try perform(operation, type, bytes))
            } catch {
                answer = [1] + Array("\(error)".utf8)
            }
            let length = UInt32(answer.count)
            answer.insert(
                contentsOf: (0..<4).map { UInt8(truncatingIfNeeded: length >> (24 - 8 * $0)) },
                at: 0)
            try output.write(contentsOf: Data(answer))
        }
    }

    static func perform<Message: RecoursMessage>(
        _ operation: Operation, _ type: Message.Type, _ bytes: [UInt8]
    ) throws -> [UInt8] {
        switch operation {
        case .again:
            return try Message(serializedBytes: bytes).serializedBytes()
        case .strictly:
            return try Message(decoding: .init(bytes: bytes), unknownFields: .refused)
                .serializedBytes()
        case .throughJSON:
            let message = try Message(serializedBytes: bytes)
            let json = try JSONEncoder().encode(message)
            let read = try JSONDecoder().decode(Message.self, from: json)
            guard read == message else {
                throw Difference(json: String(decoding: json, as: UTF8.self))
            }
            return read.serializedBytes()
        }
    }

    /// A message that its JSON form does not keep.
    struct Difference: Error {
        let json: String
    }

    private static func frame(from input: FileHandle) throws -> [UInt8]? {
        guard let head = try exactly(4, from: input) else { return nil }
        let length = head.reduce(0) { $0 << 8 | Int($1) }
        return try exactly(length, from: input)
    }

    private static func exactly(_ count: Int, from input: FileHandle) throws -> [UInt8]? {
        var bytes: [UInt8] = []
        while bytes.count < count {
            guard let more = try input.read(upToCount: count - bytes.count), !more.isEmpty else {
                return nil
            }
            bytes += more
        }
        return bytes
    }
}
