// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/feed_service.proto.

internal import CProtobufC
internal import CRecoursProtos

extension MatchCandidate: CMessage {
    static var descriptor: UnsafePointer<ProtobufCMessageDescriptor> {
        recours__v1__match_candidate__descriptor_pointer()
    }

    init(_ c: UnsafePointer<Recours__V1__MatchCandidate>, _ reader: inout MessageReader) {
        claimID = reader.bytes(c.pointee.claim_id)
        listingID = reader.bytes(c.pointee.listing_id)
        score = c.pointee.score
        evidence = reader.message(c.pointee.evidence, "evidence")
        outcome = reader.value(c.pointee.outcome)
    }

    func write(to c: UnsafeMutablePointer<Recours__V1__MatchCandidate>, _ tree: MessageTree) {
        c.pointee.claim_id = tree.bytes(claimID)
        c.pointee.listing_id = tree.bytes(listingID)
        c.pointee.score = score
        if let evidence {
            c.pointee.evidence = tree.message(evidence)
        }
        c.pointee.outcome = .init(rawValue: outcome.bitPattern)
    }
}
