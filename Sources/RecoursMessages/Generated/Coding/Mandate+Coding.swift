// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension Mandate: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__mandate__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__Mandate>, _ reader: inout MessageReader) {
        association = reader.text(c.pointee.association, "association")
        siren = reader.text(c.pointee.siren, "siren")
        from = reader.text(c.pointee.from, "from")
        until = reader.text(c.pointee.until, "until")
        documentSha256 = reader.bytes(c.pointee.document_sha256)
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__Mandate>, _ tree: MessageTree) {
        c.pointee.association = tree.text(association)
        c.pointee.siren = tree.text(siren)
        c.pointee.from = tree.text(from)
        c.pointee.until = tree.text(until)
        c.pointee.document_sha256 = tree.bytes(documentSha256)
    }
}
