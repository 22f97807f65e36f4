// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/party.proto.

internal import CProtobufC
internal import CRecoursProtos

extension Contact: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__contact__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__Contact>, _ reader: inout MessageReader) {
        name = reader.text(c.pointee.name, "name")
        role = reader.text(c.pointee.role, "role")
        email = reader.text(c.pointee.email, "email")
        phone = reader.text(c.pointee.phone, "phone")
        hours = reader.text(c.pointee.hours, "hours")
        language = reader.text(c.pointee.language, "language")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__Contact>, _ tree: MessageTree) {
        c.pointee.name = tree.text(name)
        c.pointee.role = tree.text(role)
        c.pointee.email = tree.text(email)
        c.pointee.phone = tree.text(phone)
        c.pointee.hours = tree.text(hours)
        c.pointee.language = tree.text(language)
    }
}
