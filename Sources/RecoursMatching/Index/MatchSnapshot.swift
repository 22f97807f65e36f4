// SPDX-License-Identifier: EUPL-1.2

/// The index at one moment: a value that no later change touches.
package struct MatchSnapshot: Sendable {
    /// A segment, and which of its works have been removed since it was made.
    struct Part: Sendable {
        let segment: Segment
        /// A bit a work; empty while none is removed.
        private var removed: [UInt64] = []
        private(set) var alive: Int

        init(_ segment: Segment) {
            self.segment = segment
            alive = segment.count
        }

        func isAlive(_ place: Int) -> Bool {
            removed.isEmpty || removed[place / 64] >> UInt64(place % 64) & 1 == 0
        }

        /// Whether the work was here and has not been removed before.
        mutating func remove(_ work: WorkIdentifier) -> Bool {
            guard let place = segment.place(of: work), isAlive(place) else { return false }
            if removed.isEmpty {
                removed = [UInt64](repeating: 0, count: (segment.count + 63) / 64)
            }
            removed[place / 64] |= 1 << UInt64(place % 64)
            alive -= 1
            return true
        }

        var works: [IndexedWork] {
            let works = segment.works
            return works.indices.filter(isAlive).map { works[$0] }
        }
    }

    /// From the largest and oldest to the smallest.
    var parts: [Part] = []
    /// How rare words are among the works of the first part.
    var rarity: WordRarity?
    var exclusions: [WorkIdentifier: WorkExclusions] = [:]

    /// How many works there are.
    package var count: Int { parts.reduce(0) { $0 + $1.alive } }

    /// The works that a listing may be a copy of, of those held against its platform.
    ///
    /// Every work with a picture within 31 bits of one of the listing's is found, in whatever way
    /// the picture is laid, unless `cuts` says that works or keys were left out.
    package func candidates(for listing: ObservedListing) -> MatchAnswer {
        var search = ListingSearch(listing, rarity: rarity, exclusions: exclusions)
        for part in parts { search.search(part) }
        return search.finish()
    }

    /// Bytes held by pictures, and by all else but exclusions.
    package var sizes: (pictures: Int, others: Int) {
        parts.reduce((0, 0)) { sum, part in
            let sizes = part.segment.sizes
            return (sum.0 + sizes.pictures, sum.1 + sizes.others)
        }
    }
}
