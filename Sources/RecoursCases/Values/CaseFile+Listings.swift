// SPDX-License-Identifier: EUPL-1.2

// What becomes of each listing: its own state and instants, whatever becomes of the case.
extension CaseFile {
    /// A listing named to the platform is reported from now on, unless it was reported before.
    mutating func reportListings(at now: Instant) {
        guard sharedDraft.value.listings.contains(where: { $0.state == nil }) else { return }
        var listings = sharedDraft.value.listings
        for place in listings.indices where listings[place].state == nil {
            listings[place].state = .reported
            if listings[place].reportedAt == nil { listings[place].reportedAt = now }
        }
        draft.listings = listings
    }

    /// Takes over what the platform says of single listings.
    mutating func take(_ answers: [ListingAnswer], at now: Instant) {
        guard !answers.isEmpty else { return }
        var listings = sharedDraft.value.listings
        let places = Dictionary(
            listings.indices.map { (listings[$0].platformListingIdentifier, $0) }
        ) { first, _ in first }
        for answer in answers {
            guard let place = places[answer.platformListingIdentifier] else { continue }
            switch answer.kind {
            case .underReview: listings[place].state = .underReview
            case .removed:
                listings[place].state = .removed
                listings[place].removedAt = now
            case .refused: listings[place].state = .refused
            // The firm's own listing, back where it was.
            case .restored:
                listings[place].state = .observed
                listings[place].removedAt = nil
            case nil: break
            }
        }
        draft.listings = listings
    }
}
