// SPDX-License-Identifier: EUPL-1.2

// What becomes of each listing: its own state and instants, whatever becomes of the case.
extension CaseFile {
    /// A listing named to the platform is reported from now on, unless it was reported before.
    mutating func reportListings(at now: Instant) {
        for place in draft.listings.indices where draft.listings[place].state == nil {
            draft.listings[place].state = .reported
            if draft.listings[place].reportedAt == nil { draft.listings[place].reportedAt = now }
        }
    }

    /// Takes over what the platform says of single listings.
    mutating func take(_ answers: [ListingAnswer], at now: Instant) {
        guard !answers.isEmpty else { return }
        let places = Dictionary(
            draft.listings.indices.map { (draft.listings[$0].platformListingIdentifier, $0) }
        ) { first, _ in first }
        for answer in answers {
            guard let place = places[answer.platformListingIdentifier] else { continue }
            switch answer.kind {
            case .underReview: draft.listings[place].state = .underReview
            case .removed:
                draft.listings[place].state = .removed
                draft.listings[place].removedAt = now
            case .refused: draft.listings[place].state = .refused
            // The firm's own listing, back where it was.
            case .restored:
                draft.listings[place].state = .observed
                draft.listings[place].removedAt = nil
            case nil: break
            }
        }
    }
}
