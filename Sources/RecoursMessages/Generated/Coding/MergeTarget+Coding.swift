// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

internal import CProtobufC
internal import CRecoursProtos

extension MergeTarget: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__merge_target__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__MergeTarget>, _ reader: inout MessageReader) {
        caseID = reader.bytes(c.pointee.case_id)
        publicNumber = reader.text(c.pointee.public_number, "public_number")
        reason = reader.text(c.pointee.reason, "reason")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__MergeTarget>, _ tree: MessageTree) {
        c.pointee.case_id = tree.bytes(caseID)
        c.pointee.public_number = tree.text(publicNumber)
        c.pointee.reason = tree.text(reason)
    }
}
