// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/errors.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ResourceInfo: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__resource_info__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ResourceInfo>, _ reader: inout MessageReader) {
        resourceType = reader.text(c.pointee.resource_type, "resource_type")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ResourceInfo>, _ tree: MessageTree) {
        c.pointee.resource_type = tree.text(resourceType)
    }
}
