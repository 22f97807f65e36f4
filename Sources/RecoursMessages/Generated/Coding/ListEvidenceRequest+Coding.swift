// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/evidence_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ListEvidenceRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__list_evidence_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ListEvidenceRequest>, _ reader: inout MessageReader) {
        caseID = reader.bytes(c.pointee.case_id)
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ListEvidenceRequest>, _ tree: MessageTree) {
        c.pointee.case_id = tree.bytes(caseID)
    }
}
