// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursMatching

/// A claim that a listing may break.
struct ClaimMatch: Sendable {
    let claim: HeldClaim
    let match: ListingMatch

    /// Whether it is for the store to say what becomes of it.
    var isStored: Bool { match.score >= claim.leastReviewed }
}

/// Holds listings against the works of one moment. A search takes a fraction of a millisecond, and
/// more with more works: none belongs on an event loop.
struct ListingMatcher: Sendable {
    /// Claims told of one listing (feed_service.proto).
    static let most = 16

    let claims: HeldClaims
    let index: MatchSnapshot

    /// The best first.
    func matches(for seen: SeenListing) -> [ClaimMatch] {
        guard let platform = claims.number(of: seen.platformSlug) else { return [] }
        let listing = RecoursMatching.ObservedListing(seen, platform: platform)
        var found: [ClaimMatch] = []
        for candidate in index.candidates(for: listing).candidates {
            guard let holding = claims[candidate.work] else { continue }
            let match = ListingMatch(
                score: candidate.score,
                evidence: RecoursCases.MatchEvidence(
                    candidate.evidence, of: seen, hasCodes: holding.hasCodes))
            for claim in holding.claims where claim.platforms.contains(seen.platformSlug) {
                found.append(ClaimMatch(claim: claim, match: match))
            }
        }
        return Array(found.prefix(Self.most))
    }
}
