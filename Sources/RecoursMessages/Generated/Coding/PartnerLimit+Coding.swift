// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/partner_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension PartnerLimit: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__partner_limit__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__PartnerLimit>, _ reader: inout MessageReader) {
        name = reader.text(c.pointee.name, "name")
        limit = c.pointee.limit
        used = c.pointee._used_case.rawValue == 3 ? c.pointee.used : nil
        own = c.pointee.own != 0
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__PartnerLimit>, _ tree: MessageTree) {
        c.pointee.name = tree.text(name)
        c.pointee.limit = limit
        if let used {
            c.pointee._used_case = .init(rawValue: 3)
            c.pointee.used = used
        }
        c.pointee.own = own ? 1 : 0
    }
}
