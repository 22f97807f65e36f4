// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/campaign_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension CampaignCase: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__campaign_case__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__CampaignCase>, _ reader: inout MessageReader) {
        caseID = reader.bytes(c.pointee.case_id)
        publicNumber = reader.text(c.pointee.public_number, "public_number")
        platformID = reader.text(c.pointee.platform_id, "platform_id")
        state = reader.value(c.pointee.state)
        risk = reader.value(c.pointee.risk)
        answered = c.pointee.answered != 0
        next = reader.message(c.pointee.next, "next")
        daysLeft = c.pointee._days_left_case.rawValue == 8 ? c.pointee.days_left : nil
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__CampaignCase>, _ tree: MessageTree) {
        c.pointee.case_id = tree.bytes(caseID)
        c.pointee.public_number = tree.text(publicNumber)
        c.pointee.platform_id = tree.text(platformID)
        c.pointee.state = .init(rawValue: state.bitPattern)
        c.pointee.risk = .init(rawValue: risk.bitPattern)
        c.pointee.answered = answered ? 1 : 0
        if let next {
            c.pointee._next_case = .init(rawValue: 7)
            c.pointee.next = tree.message(next)
        }
        if let daysLeft {
            c.pointee._days_left_case = .init(rawValue: 8)
            c.pointee.days_left = daysLeft
        }
    }
}
