// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/action_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ActManyItem: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__act_many_item__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ActManyItem>, _ reader: inout MessageReader) {
        clientSequence = c.pointee.client_sequence
        idempotencyKey = reader.bytes(c.pointee.idempotency_key)
        request = reader.message(c.pointee.request, "request")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ActManyItem>, _ tree: MessageTree) {
        c.pointee.client_sequence = clientSequence
        c.pointee.idempotency_key = tree.bytes(idempotencyKey)
        if let request {
            c.pointee.request = tree.message(request)
        }
    }
}
