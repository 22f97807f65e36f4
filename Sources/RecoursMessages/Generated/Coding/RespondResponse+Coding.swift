// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/response_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension RespondResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__respond_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__RespondResponse>, _ reader: inout MessageReader) {
        result = reader.message(c.pointee.result, "result")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__RespondResponse>, _ tree: MessageTree) {
        if let result {
            c.pointee.result = tree.message(result)
        }
    }
}
