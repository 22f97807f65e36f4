// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/commitment_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension Commitment: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__commitment__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__Commitment>, _ reader: inout MessageReader) {
        id = reader.bytes(c.pointee.id)
        platformID = reader.text(c.pointee.platform_id, "platform_id")
        text = reader.text(c.pointee.text, "text")
        scope = reader.value(c.pointee.scope)
        caseID = reader.bytes(c.pointee.case_id)
        publicNumber = reader.text(c.pointee.public_number, "public_number")
        campaignID = reader.bytes(c.pointee.campaign_id)
        category = reader.value(c.pointee.category)
        dueOn = reader.text(c.pointee.due_on, "due_on")
        state = reader.value(c.pointee.state)
        history = reader.messages(c.pointee.history, c.pointee.n_history, "history")
        claimID = reader.bytes(c.pointee.claim_id)
        listingID = reader.bytes(c.pointee.listing_id)
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__Commitment>, _ tree: MessageTree) {
        c.pointee.id = tree.bytes(id)
        c.pointee.platform_id = tree.text(platformID)
        c.pointee.text = tree.text(text)
        c.pointee.scope = .init(rawValue: scope.bitPattern)
        c.pointee.case_id = tree.bytes(caseID)
        c.pointee.public_number = tree.text(publicNumber)
        c.pointee.campaign_id = tree.bytes(campaignID)
        c.pointee.category = .init(rawValue: category.bitPattern)
        c.pointee.due_on = tree.text(dueOn)
        c.pointee.state = .init(rawValue: state.bitPattern)
        c.pointee.n_history = history.count
        c.pointee.history = tree.messages(history)
        c.pointee.claim_id = tree.bytes(claimID)
        c.pointee.listing_id = tree.bytes(listingID)
    }
}
