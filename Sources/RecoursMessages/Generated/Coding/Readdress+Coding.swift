// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/action_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension Readdress: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__readdress__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__Readdress>, _ reader: inout MessageReader) {
        platformID = reader.text(c.pointee.platform_id, "platform_id")
        reason = reader.text(c.pointee.reason, "reason")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__Readdress>, _ tree: MessageTree) {
        c.pointee.platform_id = tree.text(platformID)
        c.pointee.reason = tree.text(reason)
    }
}
