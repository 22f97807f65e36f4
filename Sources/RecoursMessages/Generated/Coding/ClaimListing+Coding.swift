// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ClaimListing: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__claim_listing__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ClaimListing>, _ reader: inout MessageReader) {
        id = reader.bytes(c.pointee.id)
        claimID = reader.bytes(c.pointee.claim_id)
        workID = reader.bytes(c.pointee.work_id)
        platformID = reader.text(c.pointee.platform_id, "platform_id")
        listingBox = reader.boxed(c.pointee.listing, "listing")
        version = c.pointee.version
        firstReportedAtMs =
            c.pointee._first_reported_at_ms_case.rawValue == 7 ? c.pointee.first_reported_at_ms : nil
        underReviewAtMs =
            c.pointee._under_review_at_ms_case.rawValue == 8 ? c.pointee.under_review_at_ms : nil
        firstRemovedAtMs =
            c.pointee._first_removed_at_ms_case.rawValue == 9 ? c.pointee.first_removed_at_ms : nil
        refusedAtMs = c.pointee._refused_at_ms_case.rawValue == 10 ? c.pointee.refused_at_ms : nil
        reappearedAtMs =
            c.pointee._reappeared_at_ms_case.rawValue == 11 ? c.pointee.reappeared_at_ms : nil
        score = c.pointee._score_case.rawValue == 12 ? c.pointee.score : nil
        evidence = reader.message(c.pointee.evidence, "evidence")
        refusal = reader.message(c.pointee.refusal, "refusal")
        stayDown = c.pointee.stay_down != 0
        reappearances = c.pointee.reappearances
        brokenStayDowns = c.pointee.broken_stay_downs
        automatic = c.pointee.automatic != 0
        excludedAtMs =
            c.pointee._excluded_at_ms_case.rawValue == 19 ? c.pointee.excluded_at_ms : nil
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ClaimListing>, _ tree: MessageTree) {
        c.pointee.id = tree.bytes(id)
        c.pointee.claim_id = tree.bytes(claimID)
        c.pointee.work_id = tree.bytes(workID)
        c.pointee.platform_id = tree.text(platformID)
        if let listing {
            c.pointee.listing = tree.message(listing)
        }
        c.pointee.version = version
        if let firstReportedAtMs {
            c.pointee._first_reported_at_ms_case = .init(rawValue: 7)
            c.pointee.first_reported_at_ms = firstReportedAtMs
        }
        if let underReviewAtMs {
            c.pointee._under_review_at_ms_case = .init(rawValue: 8)
            c.pointee.under_review_at_ms = underReviewAtMs
        }
        if let firstRemovedAtMs {
            c.pointee._first_removed_at_ms_case = .init(rawValue: 9)
            c.pointee.first_removed_at_ms = firstRemovedAtMs
        }
        if let refusedAtMs {
            c.pointee._refused_at_ms_case = .init(rawValue: 10)
            c.pointee.refused_at_ms = refusedAtMs
        }
        if let reappearedAtMs {
            c.pointee._reappeared_at_ms_case = .init(rawValue: 11)
            c.pointee.reappeared_at_ms = reappearedAtMs
        }
        if let score {
            c.pointee._score_case = .init(rawValue: 12)
            c.pointee.score = score
        }
        if let evidence {
            c.pointee._evidence_case = .init(rawValue: 13)
            c.pointee.evidence = tree.message(evidence)
        }
        if let refusal {
            c.pointee._refusal_case = .init(rawValue: 14)
            c.pointee.refusal = tree.message(refusal)
        }
        c.pointee.stay_down = stayDown ? 1 : 0
        c.pointee.reappearances = reappearances
        c.pointee.broken_stay_downs = brokenStayDowns
        c.pointee.automatic = automatic ? 1 : 0
        if let excludedAtMs {
            c.pointee._excluded_at_ms_case = .init(rawValue: 19)
            c.pointee.excluded_at_ms = excludedAtMs
        }
    }
}
