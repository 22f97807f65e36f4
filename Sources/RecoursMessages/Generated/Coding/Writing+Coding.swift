// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/exchange.proto.

internal import CProtobufC
internal import CRecoursProtos

extension Writing: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__writing__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__Writing>, _ reader: inout MessageReader) {
        text = reader.text(c.pointee.text, "text")
        evidenceIDs = reader.byteStrings(c.pointee.evidence_ids, c.pointee.n_evidence_ids)
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__Writing>, _ tree: MessageTree) {
        c.pointee.text = tree.text(text)
        c.pointee.n_evidence_ids = evidenceIDs.count
        c.pointee.evidence_ids = tree.byteStrings(evidenceIDs)
    }
}
