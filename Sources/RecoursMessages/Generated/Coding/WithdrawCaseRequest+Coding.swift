// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension WithdrawCaseRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__withdraw_case_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__WithdrawCaseRequest>, _ reader: inout MessageReader) {
        caseID = reader.bytes(c.pointee.case_id)
        expectedVersion = c.pointee.expected_version
        reason = reader.text(c.pointee.reason, "reason")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__WithdrawCaseRequest>, _ tree: MessageTree) {
        c.pointee.case_id = tree.bytes(caseID)
        c.pointee.expected_version = expectedVersion
        c.pointee.reason = tree.text(reason)
    }
}
