// SPDX-License-Identifier: EUPL-1.2

internal import CDescriptorProtos
internal import CProtobufC

/// The comments of one .proto file, by the path of what they stand over (descriptor.proto,
/// `Location`).
struct Comments {
    private var texts: [[Int32]: String] = [:]

    init(_ info: UnsafeMutablePointer<Google__Protobuf__SourceCodeInfo>?) {
        guard let info else { return }
        for location in list(info.pointee.location, info.pointee.n_location) {
            guard location.pointee.leading_comments != nil else { continue }
            let path = UnsafeBufferPointer(
                start: location.pointee.path, count: location.pointee.n_path)
            texts[Array(path)] = text(location.pointee.leading_comments)
        }
    }

    /// The comment at a path, without its markers; empty if there is none.
    func at(_ path: [Int32]) -> String { texts[path] ?? "" }
}
