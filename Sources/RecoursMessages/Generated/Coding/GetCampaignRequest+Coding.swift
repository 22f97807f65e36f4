// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/campaign_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension GetCampaignRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__get_campaign_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__GetCampaignRequest>, _ reader: inout MessageReader) {
        switch c.pointee.reference_case.rawValue {
        case 1:
            reference = .id(reader.bytes(c.pointee.id))
        case 2:
            reference = .name(reader.text(c.pointee.name, "name"))
        default: reference = nil
        }
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__GetCampaignRequest>, _ tree: MessageTree) {
        switch reference {
        case .id(let value):
            c.pointee.reference_case = .init(rawValue: 1)
            c.pointee.id = tree.bytes(value)
        case .name(let value):
            c.pointee.reference_case = .init(rawValue: 2)
            c.pointee.name = tree.text(value)
        case nil: break
        }
    }
}
