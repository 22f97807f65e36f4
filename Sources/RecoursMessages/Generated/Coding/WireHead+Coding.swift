// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/wire/v1/wire.proto.

internal import CProtobufC
internal import CRecoursProtos

extension WireHead: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__wire__v1__head__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__Wire__V1__Head>, _ reader: inout MessageReader) {
        metadata = reader.messages(c.pointee.metadata, c.pointee.n_metadata, "metadata")
    }

    func write(to c: UnsafeMutablePointer<Recours__Wire__V1__Head>, _ tree: MessageTree) {
        c.pointee.n_metadata = metadata.count
        c.pointee.metadata = tree.messages(metadata)
    }
}
