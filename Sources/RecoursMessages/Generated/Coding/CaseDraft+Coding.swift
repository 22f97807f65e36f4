// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/case.proto.

internal import CProtobufC
internal import CRecoursProtos

extension CaseDraft: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__case_draft__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__CaseDraft>, _ reader: inout MessageReader) {
        complainantBox = reader.boxed(c.pointee.complainant, "complainant")
        platformID = reader.text(c.pointee.platform_id, "platform_id")
        platformAccountRef = reader.text(c.pointee.platform_account_ref, "platform_account_ref")
        category = reader.value(c.pointee.category)
        extraCategories = reader.values(c.pointee.extra_categories, c.pointee.n_extra_categories)
        title = reader.text(c.pointee.title, "title")
        facts = reader.text(c.pointee.facts, "facts")
        desiredRemedies = reader.values(c.pointee.desired_remedies, c.pointee.n_desired_remedies)
        incidentOn = reader.text(c.pointee.incident_on, "incident_on")
        discoveredOn = reader.text(c.pointee.discovered_on, "discovered_on")
        noticeReceivedOn = reader.text(c.pointee.notice_received_on, "notice_received_on")
        country = reader.text(c.pointee.country, "country")
        language = reader.text(c.pointee.language, "language")
        listings = reader.messages(c.pointee.listings, c.pointee.n_listings, "listings")
        funds = reader.message(c.pointee.funds, "funds")
        loss = reader.message(c.pointee.loss, "loss")
        termsChangeBox = reader.boxed(c.pointee.terms_change, "terms_change")
        ipClaim = reader.message(c.pointee.ip_claim, "ip_claim")
        disclosure = reader.value(c.pointee.disclosure)
        urgency = reader.value(c.pointee.urgency)
        externalRef = reader.text(c.pointee.external_ref, "external_ref")
        decisionRef = reader.text(c.pointee.decision_ref, "decision_ref")
        decisionOn = reader.text(c.pointee.decision_on, "decision_on")
        campaignID = reader.bytes(c.pointee.campaign_id)
        evidenceIDs = reader.byteStrings(c.pointee.evidence_ids, c.pointee.n_evidence_ids)
        standingClaimID = reader.bytes(c.pointee.standing_claim_id)
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__CaseDraft>, _ tree: MessageTree) {
        if let complainant {
            c.pointee.complainant = tree.message(complainant)
        }
        c.pointee.platform_id = tree.text(platformID)
        c.pointee.platform_account_ref = tree.text(platformAccountRef)
        c.pointee.category = .init(rawValue: category.bitPattern)
        c.pointee.n_extra_categories = extraCategories.count
        c.pointee.extra_categories = tree.values(extraCategories)
        c.pointee.title = tree.text(title)
        c.pointee.facts = tree.text(facts)
        c.pointee.n_desired_remedies = desiredRemedies.count
        c.pointee.desired_remedies = tree.values(desiredRemedies)
        c.pointee.incident_on = tree.text(incidentOn)
        c.pointee.discovered_on = tree.text(discoveredOn)
        c.pointee.notice_received_on = tree.text(noticeReceivedOn)
        c.pointee.country = tree.text(country)
        c.pointee.language = tree.text(language)
        c.pointee.n_listings = listings.count
        c.pointee.listings = tree.messages(listings)
        if let funds {
            c.pointee._funds_case = .init(rawValue: 15)
            c.pointee.funds = tree.message(funds)
        }
        if let loss {
            c.pointee._loss_case = .init(rawValue: 16)
            c.pointee.loss = tree.message(loss)
        }
        if let termsChange {
            c.pointee._terms_change_case = .init(rawValue: 17)
            c.pointee.terms_change = tree.message(termsChange)
        }
        if let ipClaim {
            c.pointee._ip_claim_case = .init(rawValue: 18)
            c.pointee.ip_claim = tree.message(ipClaim)
        }
        c.pointee.disclosure = .init(rawValue: disclosure.bitPattern)
        c.pointee.urgency = .init(rawValue: urgency.bitPattern)
        c.pointee.external_ref = tree.text(externalRef)
        c.pointee.decision_ref = tree.text(decisionRef)
        c.pointee.decision_on = tree.text(decisionOn)
        c.pointee.campaign_id = tree.bytes(campaignID)
        c.pointee.n_evidence_ids = evidenceIDs.count
        c.pointee.evidence_ids = tree.byteStrings(evidenceIDs)
        c.pointee.standing_claim_id = tree.bytes(standingClaimID)
    }
}
