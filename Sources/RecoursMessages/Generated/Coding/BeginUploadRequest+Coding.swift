// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/evidence_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension BeginUploadRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__begin_upload_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__BeginUploadRequest>, _ reader: inout MessageReader) {
        name = reader.text(c.pointee.name, "name")
        size = c.pointee.size
        sha256 = reader.bytes(c.pointee.sha256)
        media = reader.value(c.pointee.media)
        visibility = reader.value(c.pointee.visibility)
        capturedAtMs = c.pointee.captured_at_ms
        sourceURL = reader.text(c.pointee.source_url, "source_url")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__BeginUploadRequest>, _ tree: MessageTree) {
        c.pointee.name = tree.text(name)
        c.pointee.size = size
        c.pointee.sha256 = tree.bytes(sha256)
        c.pointee.media = .init(rawValue: media.bitPattern)
        c.pointee.visibility = .init(rawValue: visibility.bitPattern)
        c.pointee.captured_at_ms = capturedAtMs
        c.pointee.source_url = tree.text(sourceURL)
    }
}
