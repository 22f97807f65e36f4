// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/profile_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ListProfilesResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__list_profiles_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ListProfilesResponse>, _ reader: inout MessageReader) {
        platforms = reader.messages(c.pointee.platforms, c.pointee.n_platforms, "platforms")
        nextPageToken = reader.text(c.pointee.next_page_token, "next_page_token")
        current = c.pointee.current
        expired = c.pointee.expired
        missing = c.pointee.missing
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ListProfilesResponse>, _ tree: MessageTree) {
        c.pointee.n_platforms = platforms.count
        c.pointee.platforms = tree.messages(platforms)
        c.pointee.next_page_token = tree.text(nextPageToken)
        c.pointee.current = current
        c.pointee.expired = expired
        c.pointee.missing = missing
    }
}
