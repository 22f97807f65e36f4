// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/profile_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension GetProfileResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__get_profile_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__GetProfileResponse>, _ reader: inout MessageReader) {
        platform = reader.message(c.pointee.platform, "platform")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__GetProfileResponse>, _ tree: MessageTree) {
        if let platform {
            c.pointee.platform = tree.message(platform)
        }
    }
}
