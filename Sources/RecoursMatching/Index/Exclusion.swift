// SPDX-License-Identifier: EUPL-1.2

/// A false match that a person taught: on this platform, this is no copy of that work.
package struct Exclusion: Hashable, Sendable {
    package enum Subject: Hashable, Sendable {
        /// The platform's number of a listing.
        case listing(String)
        /// The platform's name of a seller, such as a shop that has the owner's leave.
        case seller(String)
        /// A picture, and what differs from it in few bits: it no longer counts as evidence.
        case picture(PictureFingerprint)
    }

    package let work: WorkIdentifier
    package let platform: Int
    package let subject: Subject

    package init(work: WorkIdentifier, platform: Int, subject: Subject) {
        self.work = work
        self.platform = platform
        self.subject = subject
    }
}

/// The exclusions of one work.
struct WorkExclusions: Sendable {
    private var all: Set<Exclusion> = []
    private var pictures: [(platform: Int, fingerprint: PictureFingerprint)] = []

    var isEmpty: Bool { all.isEmpty }

    mutating func insert(_ exclusion: Exclusion) {
        guard all.insert(exclusion).inserted, case .picture(let picture) = exclusion.subject else {
            return
        }
        pictures.append((exclusion.platform, picture))
    }

    mutating func remove(_ exclusion: Exclusion) {
        guard all.remove(exclusion) != nil, case .picture(let picture) = exclusion.subject else {
            return
        }
        pictures.removeAll { $0.platform == exclusion.platform && $0.fingerprint == picture }
    }

    /// Whether the listing itself or its seller is excluded.
    func contains(_ listing: ObservedListing, for work: WorkIdentifier) -> Bool {
        [.listing(listing.identifier), .seller(listing.seller)].contains { subject in
            all.contains(Exclusion(work: work, platform: listing.platform, subject: subject))
        }
    }

    func contains(_ picture: PictureFingerprint, onPlatform platform: Int) -> Bool {
        pictures.contains {
            $0.platform == platform
                && $0.fingerprint.distance(to: picture) <= MatchLimits.excludedDistance
        }
    }
}
