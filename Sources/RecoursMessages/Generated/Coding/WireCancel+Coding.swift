// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/wire/v1/wire.proto.

internal import CProtobufC
internal import CRecoursProtos

extension WireCancel: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__wire__v1__cancel__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__Wire__V1__Cancel>, _ reader: inout MessageReader) {
        reason = reader.value(c.pointee.reason)
    }

    func write(to c: UnsafeMutablePointer<Recours__Wire__V1__Cancel>, _ tree: MessageTree) {
        c.pointee.reason = .init(rawValue: reason.bitPattern)
    }
}
