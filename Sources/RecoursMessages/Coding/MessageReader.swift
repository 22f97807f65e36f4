// SPDX-License-Identifier: EUPL-1.2

internal import CProtobufC

/// Makes Swift values of what protobuf-c unpacked, and remembers the first failure with its path.
struct MessageReader {
    /// The first failure; what is read after it does not matter.
    private(set) var failure: MessageError?
    private let refusesUnknownFields: Bool

    init(_ unknownFields: UnknownFields) {
        refusesUnknownFields = unknownFields == .refused
    }

    /// Records a failure if the message has fields that the schema has not, and they are refused.
    mutating func check(_ message: UnsafePointer<ProtobufCMessage>) {
        guard refusesUnknownFields, message.pointee.n_unknown_fields > 0, failure == nil else {
            return
        }
        let number = message.pointee.unknown_fields?.pointee.tag ?? 0
        failure = MessageError(
            code: .unknownField, fieldPath: String(number),
            message: "field \(number) is not in this server's schema")
    }

    // MARK: Text and bytes

    mutating func text(_ data: ProtobufCBinaryData, _ name: StaticString) -> String {
        if let text = Self.validated(data) { return text }
        fail(name)
        return ""
    }

    func bytes(_ data: ProtobufCBinaryData) -> [UInt8] {
        Array(UnsafeBufferPointer(start: data.data, count: data.len))
    }

    mutating func texts(
        _ start: UnsafeMutablePointer<ProtobufCBinaryData>?, _ count: Int, _ name: StaticString
    ) -> [String] {
        guard let start, count > 0 else { return [] }
        var texts: [String] = []
        texts.reserveCapacity(count)
        for index in 0..<count {
            guard let text = Self.validated(start[index]) else {
                fail(name, at: index)
                break
            }
            texts.append(text)
        }
        return texts
    }

    func byteStrings(
        _ start: UnsafeMutablePointer<ProtobufCBinaryData>?, _ count: Int
    ) -> [[UInt8]] {
        UnsafeBufferPointer(start: start, count: count).map { bytes($0) }
    }

    /// The text, if it is UTF-8. A span is validated three times faster than a sequence, and most
    /// fields of a message are empty.
    @inline(__always)
    private static func validated(_ data: ProtobufCBinaryData) -> String? {
        guard data.len > 0 else { return "" }
        do {
            let bytes = UnsafeBufferPointer(start: data.data, count: data.len)
            return String(copying: try UTF8Span(validating: bytes.span))
        } catch {
            return nil
        }
    }

    // MARK: Numbers

    func numbers<Number>(_ start: UnsafeMutablePointer<Number>?, _ count: Int) -> [Number] {
        Array(UnsafeBufferPointer(start: start, count: count))
    }

    /// An enumeration's value; C has it as an unsigned number of the same bits.
    @inline(__always)
    func value<Value: RecoursEnumeration, CValue: RawRepresentable<UInt32>>(_ value: CValue)
        -> Value
    {
        Value(rawValue: Int32(bitPattern: value.rawValue))
    }

    func values<Value: RecoursEnumeration, CValue: RawRepresentable<UInt32>>(
        _ start: UnsafeMutablePointer<CValue>?, _ count: Int
    ) -> [Value] {
        UnsafeBufferPointer(start: start, count: count).map { value($0) }
    }

    // MARK: Messages

    mutating func message<Message: CMessage>(
        _ pointer: UnsafeMutablePointer<Message.CLayout>?, _ name: StaticString
    ) -> Message? {
        guard let pointer else { return nil }
        let wasWhole = failure == nil
        check(Self.base(pointer))
        let message = Message(pointer, &self)
        if failure != nil, wasWhole { failure?.prepend("\(name)") }
        return message
    }

    mutating func boxed<Message: CMessage>(
        _ pointer: UnsafeMutablePointer<Message.CLayout>?, _ name: StaticString
    ) -> Boxed<Message> {
        Boxed(message(pointer, name))
    }

    mutating func messages<Message: CMessage>(
        _ start: UnsafeMutablePointer<UnsafeMutablePointer<Message.CLayout>?>?, _ count: Int,
        _ name: StaticString
    ) -> [Message] {
        guard let start, count > 0, failure == nil else { return [] }
        var messages: [Message] = []
        messages.reserveCapacity(count)
        for index in 0..<count {
            guard let pointer = start[index] else { continue }
            check(Self.base(pointer))
            messages.append(Message(pointer, &self))
            if failure != nil {
                failure?.prepend("\(name)[\(index)]")
                break
            }
        }
        return messages
    }

    /// Each of protoc-c's structs begins with its base.
    @inline(__always)
    private static func base<CLayout>(
        _ pointer: UnsafeMutablePointer<CLayout>
    ) -> UnsafePointer<ProtobufCMessage> {
        UnsafeRawPointer(pointer).assumingMemoryBound(to: ProtobufCMessage.self)
    }

    // Rare, and kept out of the straight line.
    @inline(never)
    private mutating func fail(_ name: StaticString, at index: Int? = nil) {
        guard failure == nil else { return }
        failure = MessageError(
            code: .invalidUTF8, fieldPath: index.map { "\(name)[\($0)]" } ?? "\(name)",
            message: "the text is not UTF-8")
    }
}
