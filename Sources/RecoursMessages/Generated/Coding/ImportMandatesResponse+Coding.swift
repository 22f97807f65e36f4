// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ImportMandatesResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__import_mandates_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ImportMandatesResponse>, _ reader: inout MessageReader) {
        added = c.pointee.added
        updated = c.pointee.updated
        refusals = reader.messages(c.pointee.refusals, c.pointee.n_refusals, "refusals")
        refused = c.pointee.refused
    }

    func write(
        to c: UnsafeMutablePointer<Recours__V1__ImportMandatesResponse>, _ tree: MessageTree
    ) {
        c.pointee.added = added
        c.pointee.updated = updated
        c.pointee.n_refusals = refusals.count
        c.pointee.refusals = tree.messages(refusals)
        c.pointee.refused = refused
    }
}
