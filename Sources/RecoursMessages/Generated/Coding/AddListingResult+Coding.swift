// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/claim_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension AddListingResult: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__add_listing_result__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__AddListingResult>, _ reader: inout MessageReader) {
        outcome = reader.value(c.pointee.outcome)
        listingID = reader.bytes(c.pointee.listing_id)
        state = reader.value(c.pointee.state)
        version = c.pointee.version
        violations = reader.messages(c.pointee.violations, c.pointee.n_violations, "violations")
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__AddListingResult>, _ tree: MessageTree) {
        c.pointee.outcome = .init(rawValue: outcome.bitPattern)
        c.pointee.listing_id = tree.bytes(listingID)
        c.pointee.state = .init(rawValue: state.bitPattern)
        c.pointee.version = version
        c.pointee.n_violations = violations.count
        c.pointee.violations = tree.messages(violations)
    }
}
