// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/mediation_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ListQueueRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__list_queue_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ListQueueRequest>, _ reader: inout MessageReader) {
        pageSize = c.pointee.page_size
        pageToken = reader.text(c.pointee.page_token, "page_token")
        assignment = reader.value(c.pointee.assignment)
        platformID = reader.text(c.pointee.platform_id, "platform_id")
        category = reader.value(c.pointee.category)
        like = reader.message(c.pointee.like, "like")
        reasons = reader.values(c.pointee.reasons, c.pointee.n_reasons)
        complainantSizes = reader.values(c.pointee.complainant_sizes, c.pointee.n_complainant_sizes)
        nafCode = reader.text(c.pointee.naf_code, "naf_code")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ListQueueRequest>, _ tree: MessageTree) {
        c.pointee.page_size = pageSize
        c.pointee.page_token = tree.text(pageToken)
        c.pointee.assignment = .init(rawValue: assignment.bitPattern)
        c.pointee.platform_id = tree.text(platformID)
        c.pointee.category = .init(rawValue: category.bitPattern)
        if let like {
            c.pointee._like_case = .init(rawValue: 6)
            c.pointee.like = tree.message(like)
        }
        c.pointee.n_reasons = reasons.count
        c.pointee.reasons = tree.values(reasons)
        c.pointee.n_complainant_sizes = complainantSizes.count
        c.pointee.complainant_sizes = tree.values(complainantSizes)
        c.pointee.naf_code = tree.text(nafCode)
    }
}
