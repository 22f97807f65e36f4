// SPDX-License-Identifier: EUPL-1.2

/// What a single listing may cost, whatever others have registered. What lies beyond is left out,
/// the youngest first, and counted in `MatchCuts`.
enum MatchLimits {
    /// Works looked at that have one and the same picture.
    static let worksPerPicture = 64
    /// Works looked at that have one and the same code.
    static let worksPerCode = 64
    /// A word that more works of a segment have leads to no candidate; it still counts in the
    /// likeness of titles.
    static let worksPerWord = 256
    /// The rarest words of a title by which candidates are sought.
    static let soughtWords = 8
    /// Works of a segment whose titles share most of the sought words.
    static let worksPerTitle = 16
    /// Pairs of a listing's picture and a work that are looked at in a segment.
    static let picturePairs = 1_024
    /// Candidates returned.
    static let candidates = 16
    /// An excluded picture stands for all that differ in so few bits: the same, saved again.
    static let excludedDistance = 8
}
