// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/response_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension RespondRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__respond_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__RespondRequest>, _ reader: inout MessageReader) {
        caseID = reader.bytes(c.pointee.case_id)
        expectedVersion = c.pointee.expected_version
        responseBox = reader.boxed(c.pointee.response, "response")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__RespondRequest>, _ tree: MessageTree) {
        c.pointee.case_id = tree.bytes(caseID)
        c.pointee.expected_version = expectedVersion
        if let response {
            c.pointee.response = tree.message(response)
        }
    }
}
