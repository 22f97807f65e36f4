// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/action_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ActRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__act_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ActRequest>, _ reader: inout MessageReader) {
        caseID = reader.bytes(c.pointee.case_id)
        expectedVersion = c.pointee.expected_version
        action = reader.message(c.pointee.action, "action")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ActRequest>, _ tree: MessageTree) {
        c.pointee.case_id = tree.bytes(caseID)
        c.pointee.expected_version = expectedVersion
        if let action {
            c.pointee.action = tree.message(action)
        }
    }
}
