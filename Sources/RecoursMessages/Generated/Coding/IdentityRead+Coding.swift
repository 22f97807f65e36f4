// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension IdentityRead: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__identity_read__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__IdentityRead>, _ reader: inout MessageReader) {
        mediator = reader.text(c.pointee.mediator, "mediator")
        atMs = c.pointee.at_ms
        reason = reader.text(c.pointee.reason, "reason")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__IdentityRead>, _ tree: MessageTree) {
        c.pointee.mediator = tree.text(mediator)
        c.pointee.at_ms = atMs
        c.pointee.reason = tree.text(reason)
    }
}
