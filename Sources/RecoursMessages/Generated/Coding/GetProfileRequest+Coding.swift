// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/profile_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension GetProfileRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__get_profile_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__GetProfileRequest>, _ reader: inout MessageReader) {
        platformID = reader.text(c.pointee.platform_id, "platform_id")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__GetProfileRequest>, _ tree: MessageTree) {
        c.pointee.platform_id = tree.text(platformID)
    }
}
