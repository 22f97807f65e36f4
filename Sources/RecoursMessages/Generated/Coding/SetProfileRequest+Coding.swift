// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/profile_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension SetProfileRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__set_profile_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__SetProfileRequest>, _ reader: inout MessageReader) {
        profileBox = reader.boxed(c.pointee.profile, "profile")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__SetProfileRequest>, _ tree: MessageTree) {
        if let profile {
            c.pointee.profile = tree.message(profile)
        }
    }
}
