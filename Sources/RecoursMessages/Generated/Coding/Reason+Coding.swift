// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/action_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension Reason: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__reason__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__Reason>, _ reader: inout MessageReader) {
        text = reader.text(c.pointee.text, "text")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__Reason>, _ tree: MessageTree) {
        c.pointee.text = tree.text(text)
    }
}
