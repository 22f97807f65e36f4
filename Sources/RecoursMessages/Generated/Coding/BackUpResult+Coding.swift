// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/operator_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension BackUpResult: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__back_up_result__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__BackUpResult>, _ reader: inout MessageReader) {
        name = reader.text(c.pointee.name, "name")
        cases = c.pointee.cases
        events = c.pointee.events
        files = c.pointee.files
        bytes = c.pointee.bytes
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__BackUpResult>, _ tree: MessageTree) {
        c.pointee.name = tree.text(name)
        c.pointee.cases = cases
        c.pointee.events = events
        c.pointee.files = files
        c.pointee.bytes = bytes
    }
}
