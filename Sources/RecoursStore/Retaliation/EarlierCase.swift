// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// A firm and the platform it complains of.
package struct Opponents: Sendable, Hashable {
    package let siren: UInt32
    /// Slug.
    package let platform: String

    package init(siren: UInt32, platform: String) {
        self.siren = siren
        self.platform = platform
    }

    /// Nil for a firm without a SIREN: it cannot be told from others.
    package init?(_ draft: CaseDraft) {
        guard let siren = UInt32(draft.complainant.effectiveSiren), siren > 0 else { return nil }
        self.siren = siren
        platform = draft.platformSlug
    }
}

/// A case that had come to the same platform from the same firm.
package struct EarlierCase: Sendable, Hashable {
    package let number: PublicNumber
    package let filedAt: Instant

    package init(number: PublicNumber, filedAt: Instant) {
        self.number = number
        self.filedAt = filedAt
    }

    init(_ record: CaseRecord) {
        self.init(
            number: record.number,
            filedAt: Instant(millisecondsSince1970: record.createdAtMilliseconds))
    }
}

/// What the look for retaliation asks of a database.
package protocol RetaliationLookup: AnyObject {
    /// Cases of the firm that have come to the platform, filed at or after an instant, the newest
    /// first; at most `limit`, and only among the firm's newest 64: one firm has few.
    func earlierCases(
        of opponents: Opponents, since: Instant, limit: Int
    ) throws(StoreError) -> [EarlierCase]
}
