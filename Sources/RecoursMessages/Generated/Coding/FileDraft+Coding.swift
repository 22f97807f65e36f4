// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/action_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension FileDraft: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__file_draft__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__FileDraft>, _ reader: inout MessageReader) {
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__FileDraft>, _ tree: MessageTree) {
    }
}
