// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/wire/v1/wire.proto.

internal import CProtobufC
internal import CRecoursProtos

extension WireCallStatus: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__wire__v1__call_status__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__Wire__V1__CallStatus>, _ reader: inout MessageReader) {
        status = reader.message(c.pointee.status, "status")
        metadata = reader.messages(c.pointee.metadata, c.pointee.n_metadata, "metadata")
    }

    func write(to c: UnsafeMutablePointer<Recours__Wire__V1__CallStatus>, _ tree: MessageTree) {
        if let status {
            c.pointee.status = tree.message(status)
        }
        c.pointee.n_metadata = metadata.count
        c.pointee.metadata = tree.messages(metadata)
    }
}
