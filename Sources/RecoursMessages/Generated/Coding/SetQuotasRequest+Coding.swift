// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension SetQuotasRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__set_quotas_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__SetQuotasRequest>, _ reader: inout MessageReader) {
        kind = reader.value(c.pointee.kind)
        slug = reader.text(c.pointee.slug, "slug")
        quotas = reader.messages(c.pointee.quotas, c.pointee.n_quotas, "quotas")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__SetQuotasRequest>, _ tree: MessageTree) {
        c.pointee.kind = .init(rawValue: kind.bitPattern)
        c.pointee.slug = tree.text(slug)
        c.pointee.n_quotas = quotas.count
        c.pointee.quotas = tree.messages(quotas)
    }
}
