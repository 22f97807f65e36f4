// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension GiveVerdictRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__give_verdict_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__GiveVerdictRequest>, _ reader: inout MessageReader) {
        caseID = reader.bytes(c.pointee.case_id)
        expectedVersion = c.pointee.expected_version
        accepted = c.pointee.accepted != 0
        reason = reader.text(c.pointee.reason, "reason")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__GiveVerdictRequest>, _ tree: MessageTree) {
        c.pointee.case_id = tree.bytes(caseID)
        c.pointee.expected_version = expectedVersion
        c.pointee.accepted = accepted ? 1 : 0
        c.pointee.reason = tree.text(reason)
    }
}
