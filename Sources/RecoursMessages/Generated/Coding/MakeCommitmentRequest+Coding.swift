// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/commitment_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension MakeCommitmentRequest: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__make_commitment_request__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__MakeCommitmentRequest>, _ reader: inout MessageReader) {
        text = reader.text(c.pointee.text, "text")
        dueOn = reader.text(c.pointee.due_on, "due_on")
        switch c.pointee.scope_case.rawValue {
        case 3:
            scope = .campaignID(reader.bytes(c.pointee.campaign_id))
        case 4:
            scope = .category(reader.value(c.pointee.category))
        default: scope = nil
        }
    }

    func write(
        to c: UnsafeMutablePointer<Recours__V1__MakeCommitmentRequest>, _ tree: MessageTree
    ) {
        c.pointee.text = tree.text(text)
        c.pointee.due_on = tree.text(dueOn)
        switch scope {
        case .campaignID(let value):
            c.pointee.scope_case = .init(rawValue: 3)
            c.pointee.campaign_id = tree.bytes(value)
        case .category(let value):
            c.pointee.scope_case = .init(rawValue: 4)
            c.pointee.category = .init(rawValue: value.bitPattern)
        case nil: break
        }
    }
}
