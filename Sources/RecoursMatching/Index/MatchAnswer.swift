// SPDX-License-Identifier: EUPL-1.2

/// A work that a listing may be a copy of.
package struct MatchCandidate: Hashable, Sendable {
    package let work: WorkIdentifier
    /// 0–1000; see `MatchScore`.
    package let score: Int
    package let evidence: MatchEvidence
}

/// What was left out of a search to bound its work; all 0 means that nothing was.
package struct MatchCuts: Hashable, Sendable {
    /// Pictures of the listing that are blank or made up, or beyond its most.
    package internal(set) var pictures = 0
    /// Keys of the picture index with more pictures than are tried.
    package internal(set) var crowdedKeys = 0
    /// Works that have a matching picture or code in common with many older ones.
    package internal(set) var works = 0
    /// Words of the listing's title that are too common to lead to works.
    package internal(set) var commonWords = 0
}

/// What a search found.
package struct MatchAnswer: Hashable, Sendable {
    /// The surest first, at most 16; of equal ones the work registered first.
    package internal(set) var candidates: [MatchCandidate] = []
    package internal(set) var cuts = MatchCuts()
}
