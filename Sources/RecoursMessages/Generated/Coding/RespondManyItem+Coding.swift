// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/response_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension RespondManyItem: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__respond_many_item__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__RespondManyItem>, _ reader: inout MessageReader) {
        clientSequence = c.pointee.client_sequence
        request = reader.message(c.pointee.request, "request")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__RespondManyItem>, _ tree: MessageTree) {
        c.pointee.client_sequence = clientSequence
        if let request {
            c.pointee.request = tree.message(request)
        }
    }
}
