// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases
internal import RecoursMessages

/// Works, claims and their listings as the store keeps them: the bytes of `recours.v1.Work`,
/// `StandingClaim` and `ClaimListing`. Decoding throws `MessageError` or `SnapshotError`.
package struct ClaimSnapshotCodec: Sendable {
    package init() {}

    package func encode(_ work: RecoursCases.Work) -> [UInt8] {
        RecoursMessages.Work(work).serializedBytes()
    }

    package func decodeWork(_ bytes: [UInt8]) throws -> RecoursCases.Work {
        var reader = SnapshotReader()
        return try reader.work(RecoursMessages.Work(serializedBytes: bytes))
    }

    package func encode(_ claim: RecoursCases.StandingClaim) -> [UInt8] {
        RecoursMessages.StandingClaim(claim).serializedBytes()
    }

    package func decodeClaim(_ bytes: [UInt8]) throws -> RecoursCases.StandingClaim {
        var reader = SnapshotReader()
        return try reader.claim(RecoursMessages.StandingClaim(serializedBytes: bytes))
    }

    package func encode(_ listing: RecoursCases.ClaimListing) -> [UInt8] {
        RecoursMessages.ClaimListing(listing).serializedBytes()
    }

    package func decodeListing(_ bytes: [UInt8]) throws -> RecoursCases.ClaimListing {
        var reader = SnapshotReader()
        return try reader.listing(RecoursMessages.ClaimListing(serializedBytes: bytes))
    }
}
