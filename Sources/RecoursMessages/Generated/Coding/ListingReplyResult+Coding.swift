// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension ListingReplyResult: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__listing_reply_result__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__ListingReplyResult>, _ reader: inout MessageReader) {
        listingID = reader.bytes(c.pointee.listing_id)
        outcome = reader.value(c.pointee.outcome)
        state = reader.value(c.pointee.state)
        version = c.pointee.version
        violations = reader.messages(c.pointee.violations, c.pointee.n_violations, "violations")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__ListingReplyResult>, _ tree: MessageTree) {
        c.pointee.listing_id = tree.bytes(listingID)
        c.pointee.outcome = .init(rawValue: outcome.bitPattern)
        c.pointee.state = .init(rawValue: state.bitPattern)
        c.pointee.version = version
        c.pointee.n_violations = violations.count
        c.pointee.violations = tree.messages(violations)
    }
}
