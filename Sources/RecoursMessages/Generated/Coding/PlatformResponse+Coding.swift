// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/response.proto.

internal import CProtobufC
internal import CRecoursProtos

extension PlatformResponse: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__platform_response__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__PlatformResponse>, _ reader: inout MessageReader) {
        responseID = reader.bytes(c.pointee.response_id)
        type = reader.value(c.pointee.type)
        remedies = reader.messages(c.pointee.remedies, c.pointee.n_remedies, "remedies")
        text = reader.text(c.pointee.text, "text")
        statementOfReasonsBox = reader.boxed(c.pointee.statement_of_reasons, "statement_of_reasons")
        listingAnswers =
            reader.messages(
                c.pointee.listing_answers, c.pointee.n_listing_answers, "listing_answers")
        dueOn = reader.text(c.pointee.due_on, "due_on")
        contactBox = reader.boxed(c.pointee.contact, "contact")
        notConcernedReason = reader.value(c.pointee.not_concerned_reason)
        suggestedPlatformID = reader.text(c.pointee.suggested_platform_id, "suggested_platform_id")
        duplicateOf = reader.text(c.pointee.duplicate_of, "duplicate_of")
        proof = reader.text(c.pointee.proof, "proof")
        evidenceIDs = reader.byteStrings(c.pointee.evidence_ids, c.pointee.n_evidence_ids)
        givenAtMs = c.pointee.given_at_ms
        platformID = reader.text(c.pointee.platform_id, "platform_id")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__PlatformResponse>, _ tree: MessageTree) {
        c.pointee.response_id = tree.bytes(responseID)
        c.pointee.type = .init(rawValue: type.bitPattern)
        c.pointee.n_remedies = remedies.count
        c.pointee.remedies = tree.messages(remedies)
        c.pointee.text = tree.text(text)
        if let statementOfReasons {
            c.pointee._statement_of_reasons_case = .init(rawValue: 5)
            c.pointee.statement_of_reasons = tree.message(statementOfReasons)
        }
        c.pointee.n_listing_answers = listingAnswers.count
        c.pointee.listing_answers = tree.messages(listingAnswers)
        c.pointee.due_on = tree.text(dueOn)
        if let contact {
            c.pointee._contact_case = .init(rawValue: 8)
            c.pointee.contact = tree.message(contact)
        }
        c.pointee.not_concerned_reason = .init(rawValue: notConcernedReason.bitPattern)
        c.pointee.suggested_platform_id = tree.text(suggestedPlatformID)
        c.pointee.duplicate_of = tree.text(duplicateOf)
        c.pointee.proof = tree.text(proof)
        c.pointee.n_evidence_ids = evidenceIDs.count
        c.pointee.evidence_ids = tree.byteStrings(evidenceIDs)
        c.pointee.given_at_ms = givenAtMs
        c.pointee.platform_id = tree.text(platformID)
    }
}
