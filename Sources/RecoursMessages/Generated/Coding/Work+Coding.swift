// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim.proto.

internal import CProtobufC
internal import CRecoursProtos

extension Work: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__work__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__Work>, _ reader: inout MessageReader) {
        id = reader.bytes(c.pointee.id)
        registrant = reader.message(c.pointee.registrant, "registrant")
        draftBox = reader.boxed(c.pointee.draft, "draft")
        createdAtMs = c.pointee.created_at_ms
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__Work>, _ tree: MessageTree) {
        c.pointee.id = tree.bytes(id)
        if let registrant {
            c.pointee.registrant = tree.message(registrant)
        }
        if let draft {
            c.pointee.draft = tree.message(draft)
        }
        c.pointee.created_at_ms = createdAtMs
    }
}
