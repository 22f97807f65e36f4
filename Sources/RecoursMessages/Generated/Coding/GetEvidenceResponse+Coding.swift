// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/evidence_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension GetEvidenceResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__get_evidence_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__GetEvidenceResponse>, _ reader: inout MessageReader) {
        evidenceBox = reader.boxed(c.pointee.evidence, "evidence")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__GetEvidenceResponse>, _ tree: MessageTree) {
        if let evidence {
            c.pointee.evidence = tree.message(evidence)
        }
    }
}
