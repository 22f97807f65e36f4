// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/evidence_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ListEvidenceResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__list_evidence_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ListEvidenceResponse>, _ reader: inout MessageReader) {
        evidence = reader.messages(c.pointee.evidence, c.pointee.n_evidence, "evidence")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ListEvidenceResponse>, _ tree: MessageTree) {
        c.pointee.n_evidence = evidence.count
        c.pointee.evidence = tree.messages(evidence)
    }
}
