// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/wire/v1/wire.proto.

internal import CProtobufC
internal import CRecoursProtos

extension WireCredit: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__wire__v1__credit__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__Wire__V1__Credit>, _ reader: inout MessageReader) {
        bytes = c.pointee.bytes
    }

    func write(to c: UnsafeMutablePointer<Recours__Wire__V1__Credit>, _ tree: MessageTree) {
        c.pointee.bytes = bytes
    }
}
