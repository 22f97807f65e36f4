// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/wire/v1/wire.proto.

internal import CProtobufC
internal import CRecoursProtos

extension WireMetadataEntry: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__wire__v1__metadata_entry__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__Wire__V1__MetadataEntry>, _ reader: inout MessageReader) {
        key = reader.text(c.pointee.key, "key")
        value = reader.bytes(c.pointee.value)
    }

    func write(to c: UnsafeMutablePointer<Recours__Wire__V1__MetadataEntry>, _ tree: MessageTree) {
        c.pointee.key = tree.text(key)
        c.pointee.value = tree.bytes(value)
    }
}
