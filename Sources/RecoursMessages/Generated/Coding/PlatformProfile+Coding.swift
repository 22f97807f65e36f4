// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/profile_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension PlatformProfile: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__platform_profile__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__PlatformProfile>, _ reader: inout MessageReader) {
        contactBox = reader.boxed(c.pointee.contact, "contact")
        validUntil = reader.text(c.pointee.valid_until, "valid_until")
        languages = reader.texts(c.pointee.languages, c.pointee.n_languages, "languages")
        internalComplaint = reader.text(c.pointee.internal_complaint, "internal_complaint")
        mediators = reader.texts(c.pointee.mediators, c.pointee.n_mediators, "mediators")
        outOfCourtBody = reader.text(c.pointee.out_of_court_body, "out_of_court_body")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__PlatformProfile>, _ tree: MessageTree) {
        if let contact {
            c.pointee.contact = tree.message(contact)
        }
        c.pointee.valid_until = tree.text(validUntil)
        c.pointee.n_languages = languages.count
        c.pointee.languages = tree.texts(languages)
        c.pointee.internal_complaint = tree.text(internalComplaint)
        c.pointee.n_mediators = mediators.count
        c.pointee.mediators = tree.texts(mediators)
        c.pointee.out_of_court_body = tree.text(outOfCourtBody)
    }
}
