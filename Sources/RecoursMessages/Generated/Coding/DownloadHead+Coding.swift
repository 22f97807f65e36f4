// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/evidence_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension DownloadHead: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__download_head__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__DownloadHead>, _ reader: inout MessageReader) {
        evidenceBox = reader.boxed(c.pointee.evidence, "evidence")
        offset = c.pointee.offset
        length = c.pointee.length
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__DownloadHead>, _ tree: MessageTree) {
        if let evidence {
            c.pointee.evidence = tree.message(evidence)
        }
        c.pointee.offset = offset
        c.pointee.length = length
    }
}
