// SPDX-License-Identifier: EUPL-1.2

/// Bounds of works and claims.
package enum ClaimLimits {
    package static let title = 500
    package static let brand = 200
    package static let gtins = 20
    package static let pictures = 20
    package static let pdqBytes = 32
    package static let pictureQuality = 0...100
    package static let platforms = 1...100
    package static let scores = 0...1_000
    package static let reason = 2_000
    /// Listings of one call: one command and one transaction.
    package static let listings = 1...1_000

    /// What a person shall look at, and what is sure, unless the claim says otherwise: of made-up
    /// listings, 96 of 100 copies and at least 999 true ones of 1,000 named (`make match-quality`).
    package static let reviewThreshold = 500
    package static let reportThreshold = 960

    /// Pictures of a listing that was seen.
    package static let seenPictures = 10

    /// Fewer removals on either side say nothing of whether it goes faster than before.
    static let leastCompared: Int64 = 5

    /// Clocks differ a little: nothing is seen later than five minutes from now.
    static func latest(_ now: Instant) -> Instant {
        Instant(millisecondsSince1970: now.millisecondsSince1970 + 300_000)
    }

    /// Fewer verdicts tell nothing of how often matches are wrong.
    static let leastVerdicts: UInt64 = 20
    /// Of a hundred verdicts, so many may be against the claim.
    static let mostWrong: UInt64 = 30
}
