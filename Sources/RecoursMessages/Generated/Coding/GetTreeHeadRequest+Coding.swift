// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/proof_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension GetTreeHeadRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__get_tree_head_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__GetTreeHeadRequest>, _ reader: inout MessageReader) {
        earlierSize = c.pointee.earlier_size
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__GetTreeHeadRequest>, _ tree: MessageTree) {
        c.pointee.earlier_size = earlierSize
    }
}
