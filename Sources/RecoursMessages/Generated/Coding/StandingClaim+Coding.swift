// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim.proto.

internal import CProtobufC
internal import CRecoursProtos

extension StandingClaim: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__standing_claim__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__StandingClaim>, _ reader: inout MessageReader) {
        id = reader.bytes(c.pointee.id)
        plan = reader.message(c.pointee.plan, "plan")
        registrant = reader.message(c.pointee.registrant, "registrant")
        state = reader.value(c.pointee.state)
        stateReason = reader.text(c.pointee.state_reason, "state_reason")
        listings = reader.messages(c.pointee.listings, c.pointee.n_listings, "listings")
        excluded = c.pointee.excluded
        reviewed = c.pointee.reviewed
        reviewedFalse = c.pointee.reviewed_false
        decided = c.pointee.decided
        badFaith = c.pointee.bad_faith
        reportedAutomatically = c.pointee.reported_automatically
        throttledAtMs =
            c.pointee._throttled_at_ms_case.rawValue == 13 ? c.pointee.throttled_at_ms : nil
        openedAtMs = c.pointee.opened_at_ms
        updatedAtMs = c.pointee.updated_at_ms
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__StandingClaim>, _ tree: MessageTree) {
        c.pointee.id = tree.bytes(id)
        if let plan {
            c.pointee.plan = tree.message(plan)
        }
        if let registrant {
            c.pointee.registrant = tree.message(registrant)
        }
        c.pointee.state = .init(rawValue: state.bitPattern)
        c.pointee.state_reason = tree.text(stateReason)
        c.pointee.n_listings = listings.count
        c.pointee.listings = tree.messages(listings)
        c.pointee.excluded = excluded
        c.pointee.reviewed = reviewed
        c.pointee.reviewed_false = reviewedFalse
        c.pointee.decided = decided
        c.pointee.bad_faith = badFaith
        c.pointee.reported_automatically = reportedAutomatically
        if let throttledAtMs {
            c.pointee._throttled_at_ms_case = .init(rawValue: 13)
            c.pointee.throttled_at_ms = throttledAtMs
        }
        c.pointee.opened_at_ms = openedAtMs
        c.pointee.updated_at_ms = updatedAtMs
    }
}
