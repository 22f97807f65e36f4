// SPDX-License-Identifier: EUPL-1.2

internal import CDescriptorProtos
internal import CProtobufC
internal import Foundation

/// A `google.protobuf.FileDescriptorSet`, unpacked by protobuf-c.
///
/// The tree lives until the generator exits, so nothing of it is ever freed singly: the patch may
/// hang memory of its own into it.
struct DescriptorSet {
    let root: UnsafeMutablePointer<Google__Protobuf__FileDescriptorSet>

    init(path: String) throws(CodegenError) {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CodegenError("cannot read \(path)")
        }
        let bytes = [UInt8](data)
        guard let root = google__protobuf__file_descriptor_set__unpack(nil, bytes.count, bytes)
        else {
            throw CodegenError("\(path) is not a descriptor set")
        }
        self.root = root
    }

    /// The files, in the order of their imports.
    var files: [UnsafeMutablePointer<Google__Protobuf__FileDescriptorProto>] {
        list(root.pointee.file, root.pointee.n_file)
    }

    func write(to path: String) throws(CodegenError) {
        let size = google__protobuf__file_descriptor_set__get_packed_size(root)
        var bytes = [UInt8](repeating: 0, count: size)
        google__protobuf__file_descriptor_set__pack(root, &bytes)
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: path))
        } catch {
            throw CodegenError("cannot write \(path): \(error)")
        }
    }
}

/// The members of one of protobuf-c's arrays of pointers.
func list<Element>(
    _ start: UnsafeMutablePointer<UnsafeMutablePointer<Element>?>?, _ count: Int
) -> [UnsafeMutablePointer<Element>] {
    UnsafeBufferPointer(start: start, count: count).compactMap { $0 }
}

/// A text of a descriptor; empty if it has none.
func text(_ characters: UnsafeMutablePointer<CChar>?) -> String {
    characters.map { String(cString: $0) } ?? ""
}
