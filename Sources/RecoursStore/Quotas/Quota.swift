// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// What of one partner's is limited besides what it has in progress. The raw value is the
/// protocol's name.
package enum Quota: String, Sendable, Hashable, CaseIterable {
    /// New cases and drafts in a day.
    case casesPerDay = "cases_per_day"
    /// Bytes of what it has stored in a day: cases, what is said of them, files.
    case bytesPerDay = "bytes_per_day"
    /// Commands a second; those of a stream are taken more slowly instead of being refused.
    case writesPerSecond = "writes_per_second"
    /// Commands at once, after a while without.
    case writeBurst = "write_burst"
    /// One for a read, and one more for each 4 KiB of its answer.
    case readUnitsPerSecond = "read_units_per_second"
    /// Bytes a second of requests and answers.
    case bytesPerSecond = "bytes_per_second"

    /// Those that are counted where things are stored.
    static let daily: [Quota] = [.casesPerDay, .bytesPerDay]

    /// Limits are whole numbers that every language has.
    package static let greatestLimit: UInt64 = 1 << 53
}

/// The limits of all partners: of all, of a kind, and of one, the last that says something
/// counting. A limit of 0 is none.
package struct QuotaTable: Sendable, Hashable {
    /// Of every partner. A hundred thousand cases are an association's largest campaign in a day,
    /// with room; rates are for whoever needs them, for bulk is paced by its window and its turns.
    package var standard: [Quota: UInt64] = [
        .casesPerDay: 200_000, .bytesPerDay: 20 << 30,
    ]
    package var ofKind: [PartnerKind: [Quota: UInt64]] = [:]

    package init() {}

    /// All limits that a partner has.
    package func limits(of partner: PartnerRecord) -> [Quota: UInt64] {
        var limits: [Quota: UInt64] = [:]
        for quota in Quota.allCases { limits[quota] = limit(quota, of: partner) }
        return limits
    }

    /// Nil for no limit.
    package func limit(_ quota: Quota, of partner: PartnerRecord) -> UInt64? {
        let limit =
            partner.quotas[quota] ?? ofKind[partner.reference.kind]?[quota] ?? standard[quota]
        return limit.flatMap { $0 > 0 ? $0 : nil }
    }
}

/// A quota that is used up.
package struct QuotaExcess: Error, Sendable, Hashable {
    package var quota: Quota
    package var limit: UInt64
    /// Until there is some of it again.
    package var waitMilliseconds: UInt64

    package init(_ quota: Quota, limit: UInt64, waitMilliseconds: UInt64) {
        self.quota = quota
        self.limit = limit
        self.waitMilliseconds = waitMilliseconds
    }

    /// A day's; days are those of Paris, as in the rules.
    init(_ quota: Quota, limit: UInt64, at now: Instant) {
        let end = now.dateInParis.lastInstantInParis.millisecondsSince1970
        let wait = UInt64(max(0, end - now.millisecondsSince1970)) + 1
        self.init(quota, limit: limit, waitMilliseconds: wait)
    }
}

/// What a partner has had stored on one day.
package struct PartnerUse: Sendable, Hashable {
    package var day: CalendarDate
    package var cases: UInt64
    package var bytes: UInt64

    package init(day: CalendarDate, cases: UInt64 = 0, bytes: UInt64 = 0) {
        self.day = day
        self.cases = cases
        self.bytes = bytes
    }

    /// What is counted of a quota; of one that is not a day's nothing.
    package subscript(quota: Quota) -> UInt64 {
        switch quota {
        case .casesPerDay: cases
        case .bytesPerDay: bytes
        case .writesPerSecond, .writeBurst, .readUnitsPerSecond, .bytesPerSecond: 0
        }
    }
}
