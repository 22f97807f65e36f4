// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases

/// How sure it is that a listing offers a copy of a work: 0–1000, from evidence alone.
///
/// Each piece of evidence leaves some doubt in thousandths, and doubts are multiplied, as if the
/// pieces were independent. What can't tell a copy from the original, or from what only looks like
/// it, is then held below the threshold from which a listing is reported without a person.
package enum MatchScore {
    /// From here on a listing may be reported without a person's look: the least multiple of 10 at
    /// which 999 of 1000 made-up listings named are copies (`make match-quality`).
    package static let reportAt = ClaimLimits.reportThreshold
    /// From here on a person should look: at least 96 of 100 made-up copies are named.
    package static let reviewAt = ClaimLimits.reviewThreshold

    /// Whoever names no brand and asks for at least this part of the work's price, in thousandths,
    /// may sell originals.
    static let pricePermilleOfOriginals = 500

    package static func score(_ evidence: MatchEvidence) -> Int {
        var doubt = picturesDoubt(evidence.pictures)
        if let title = evidence.title { doubt = doubt * titleDoubt(title) / 1_000 }
        if evidence.isCodeEqual { doubt = doubt * 100 / 1_000 }
        // A brand alone is nobody's copy: it only strengthens what else there is.
        if evidence.brand == .equal, doubt < 1_000 { doubt = doubt * 800 / 1_000 }
        let score = 1_000 - doubt
        return mayBeReported(evidence) ? score : min(score, reportAt - 1)
    }

    /// The nearest picture leaves 120 up to 8 bits, where recompressed and resized ones lie, rising
    /// to 488 at 31: one picture alone may be a stock picture. Each further one leaves 300 of that,
    /// rising to 530.
    private static func picturesDoubt(_ pictures: [MatchEvidence.Picture]) -> Int {
        var doubt = 1_000
        for (place, distance) in pictures.map(\.distance).sorted().enumerated() {
            let excess = max(0, distance - 8)
            doubt = doubt * (place == 0 ? 120 + 16 * excess : 300 + 10 * excess) / 1_000
        }
        return doubt
    }

    /// 1000 for titles that have less than a fifth of their weight in common, falling to 350 at
    /// three quarters, but only as far as what they share is rare.
    private static func titleDoubt(_ title: MatchEvidence.Title) -> Int {
        let likeness = min(650, max(0, title.similarity - 200) * 650 / 550)
        return 1_000 - likeness * min(24, title.rarity) / 24
    }

    /// Words and numbers say which thing it is, not that it is a copy: a picture must be the
    /// work's. And a shop that sells the original shows its pictures as well. It names the brand or
    /// the code, or it names none and asks about as much; only a person can tell it from a copy
    /// that does. Whoever names another brand doesn't sell the original.
    private static func mayBeReported(_ evidence: MatchEvidence) -> Bool {
        guard !evidence.pictures.isEmpty, !evidence.isCodeEqual else { return false }
        return switch evidence.brand {
        case .equal: false
        case .different: true
        case .unknown: evidence.pricePermille.map { $0 < pricePermilleOfOriginals } ?? false
        }
    }
}
