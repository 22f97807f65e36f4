// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

/// Writes partners' limits, and what they have had stored in the day.
final class QuotaWriter {
    private let dropLimits: SQLiteStatement
    private let putLimit: SQLiteStatement
    private let putUse: SQLiteStatement

    init(_ handle: OpaquePointer) throws(StoreError) {
        dropLimits = try SQLiteStatement(handle, "DELETE FROM partner_quota WHERE partner = ?")
        putLimit = try SQLiteStatement(handle, "INSERT INTO partner_quota VALUES (?, ?, ?)")
        putUse = try SQLiteStatement(
            handle, "INSERT OR REPLACE INTO partner_use VALUES (?, ?, ?, ?)")
    }

    /// Puts a partner's limits in the place of those it had.
    func write(_ limits: [Quota: UInt64], of partner: PartnerNumber) throws(StoreError) {
        dropLimits.bind(1, Int64(partner.value))
        try dropLimits.run()
        for (quota, limit) in limits {
            putLimit.bind(1, Int64(partner.value))
            putLimit.bind(2, quota.rawValue)
            putLimit.bind(3, limit)
            try putLimit.run()
        }
    }

    func write(_ uses: [PartnerNumber: PartnerUse]) throws(StoreError) {
        for (partner, use) in uses {
            putUse.bind(1, Int64(partner.value))
            putUse.bind(2, Int64(use.day.dayNumber))
            putUse.bind(3, use.cases)
            putUse.bind(4, use.bytes)
            try putUse.run()
        }
    }
}
