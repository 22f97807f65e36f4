// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/evidence_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension Evidence: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__evidence__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__Evidence>, _ reader: inout MessageReader) {
        id = reader.bytes(c.pointee.id)
        name = reader.text(c.pointee.name, "name")
        size = c.pointee.size
        sha256 = reader.bytes(c.pointee.sha256)
        media = reader.value(c.pointee.media)
        scan = reader.value(c.pointee.scan)
        visibility = reader.value(c.pointee.visibility)
        capturedAtMs = c.pointee.captured_at_ms
        sourceURL = reader.text(c.pointee.source_url, "source_url")
        createdAtMs = c.pointee.created_at_ms
        caseID = reader.bytes(c.pointee.case_id)
        side = reader.text(c.pointee.side, "side")
        erasedAtMs = c.pointee.erased_at_ms
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__Evidence>, _ tree: MessageTree) {
        c.pointee.id = tree.bytes(id)
        c.pointee.name = tree.text(name)
        c.pointee.size = size
        c.pointee.sha256 = tree.bytes(sha256)
        c.pointee.media = .init(rawValue: media.bitPattern)
        c.pointee.scan = .init(rawValue: scan.bitPattern)
        c.pointee.visibility = .init(rawValue: visibility.bitPattern)
        c.pointee.captured_at_ms = capturedAtMs
        c.pointee.source_url = tree.text(sourceURL)
        c.pointee.created_at_ms = createdAtMs
        c.pointee.case_id = tree.bytes(caseID)
        c.pointee.side = tree.text(side)
        c.pointee.erased_at_ms = erasedAtMs
    }
}
