// SPDX-License-Identifier: EUPL-1.2

internal import CProtobufC
internal import CRecoursProtos

/// Builds the C structs of one message in the thread's arena. Whoever makes one ends it,
/// synchronously.
struct MessageTree {
    private let arena: UnsafeMutablePointer<recours_arena>

    /// Begins a tree. Our own messages have no cap: they are bounded where they are made.
    init() {
        arena = recours_arena_begin_own()
    }

    /// Frees the tree.
    func end() {
        recours_arena_end(arena)
    }

    // MARK: Text and bytes

    func text(_ text: String) -> ProtobufCBinaryData {
        if let data = text.utf8.withContiguousStorageIfAvailable({ copy($0) }) { return data }
        return bytes(Array(text.utf8))
    }

    func bytes(_ bytes: [UInt8]) -> ProtobufCBinaryData {
        bytes.withUnsafeBufferPointer { copy($0) }
    }

    func texts(_ texts: [String]) -> UnsafeMutablePointer<ProtobufCBinaryData>? {
        list(texts) { text($0) }
    }

    func byteStrings(_ strings: [[UInt8]]) -> UnsafeMutablePointer<ProtobufCBinaryData>? {
        list(strings) { bytes($0) }
    }

    // MARK: Numbers

    func numbers<Number: FixedWidthInteger>(_ numbers: [Number]) -> UnsafeMutablePointer<Number>? {
        list(numbers) { $0 }
    }

    func values<Value: RecoursEnumeration, CValue: RawRepresentable<UInt32>>(
        _ values: [Value]
    ) -> UnsafeMutablePointer<CValue>? {
        guard !values.isEmpty else { return nil }
        // C has the values as unsigned numbers: the same 4 bytes.
        let start = take(UInt32.self, values.count)
        for index in values.indices {
            (start + index).initialize(to: values[index].bitPattern)
        }
        return UnsafeMutableRawPointer(start).assumingMemoryBound(to: CValue.self)
    }

    // MARK: Messages

    func message<Message: CMessage>(_ message: Message) -> UnsafeMutablePointer<Message.CLayout> {
        let start = take(Message.CLayout.self, 1)
        protobuf_c_message_init(Message.descriptor, UnsafeMutableRawPointer(start))
        message.write(to: start, self)
        return start
    }

    func messages<Message: CMessage>(
        _ messages: [Message]
    ) -> UnsafeMutablePointer<UnsafeMutablePointer<Message.CLayout>?>? {
        list(messages) { message($0) }
    }

    // MARK: Memory

    private func copy(_ bytes: UnsafeBufferPointer<UInt8>) -> ProtobufCBinaryData {
        guard let source = bytes.baseAddress, bytes.count > 0 else {
            return ProtobufCBinaryData(len: 0, data: nil)
        }
        let start = take(UInt8.self, bytes.count)
        start.initialize(from: source, count: bytes.count)
        return ProtobufCBinaryData(len: bytes.count, data: start)
    }

    @inline(__always)
    private func list<Element, CElement>(
        _ elements: [Element], _ convert: (Element) -> CElement
    ) -> UnsafeMutablePointer<CElement>? {
        guard !elements.isEmpty else { return nil }
        let start = take(CElement.self, elements.count)
        for index in elements.indices {
            (start + index).initialize(to: convert(elements[index]))
        }
        return start
    }

    @inline(__always)
    private func take<Element>(_ type: Element.Type, _ count: Int) -> UnsafeMutablePointer<Element>
    {
        recours_arena_take(arena, MemoryLayout<Element>.stride * count)
            .assumingMemoryBound(to: Element.self)
    }
}
