// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/response.proto.

internal import CProtobufC
internal import CRecoursProtos

extension Redress: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__redress__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__Redress>, _ reader: inout MessageReader) {
        internalComplaint = reader.text(c.pointee.internal_complaint, "internal_complaint")
        mediators = reader.texts(c.pointee.mediators, c.pointee.n_mediators, "mediators")
        outOfCourtBody = reader.text(c.pointee.out_of_court_body, "out_of_court_body")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__Redress>, _ tree: MessageTree) {
        c.pointee.internal_complaint = tree.text(internalComplaint)
        c.pointee.n_mediators = mediators.count
        c.pointee.mediators = tree.texts(mediators)
        c.pointee.out_of_court_body = tree.text(outOfCourtBody)
    }
}
