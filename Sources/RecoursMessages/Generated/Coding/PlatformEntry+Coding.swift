// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/profile_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension PlatformEntry: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__platform_entry__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__PlatformEntry>, _ reader: inout MessageReader) {
        platformID = reader.text(c.pointee.platform_id, "platform_id")
        name = reader.text(c.pointee.name, "name")
        contactStanding = reader.value(c.pointee.contact_standing)
        profileBox = reader.boxed(c.pointee.profile, "profile")
        updatedAtMs = c.pointee.updated_at_ms
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__PlatformEntry>, _ tree: MessageTree) {
        c.pointee.platform_id = tree.text(platformID)
        c.pointee.name = tree.text(name)
        c.pointee.contact_standing = .init(rawValue: contactStanding.bitPattern)
        if let profile {
            c.pointee._profile_case = .init(rawValue: 4)
            c.pointee.profile = tree.message(profile)
        }
        c.pointee.updated_at_ms = updatedAtMs
    }
}
