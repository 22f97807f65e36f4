// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/evidence_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension GetEvidenceRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__get_evidence_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__GetEvidenceRequest>, _ reader: inout MessageReader) {
        id = reader.bytes(c.pointee.id)
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__GetEvidenceRequest>, _ tree: MessageTree) {
        c.pointee.id = tree.bytes(id)
    }
}
