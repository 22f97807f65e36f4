// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

extension Configuration {
    /// The limits of all partners, and of kinds of them.
    func quotas() throws(DaemonError) -> QuotaTable {
        var table = QuotaTable()
        for (name, quota) in Self.quotaSettings {
            table.standard[quota] = UInt64(settings.number(name))
        }
        for line in settings.list("quotas.ofKind") {
            let (kind, quota, limit) = try Self.limit(line)
            table.ofKind[kind, default: [:]][quota] = limit
        }
        return table
    }

    private static let quotaSettings: [(String, Quota)] = [
        ("quotas.casesPerDay", .casesPerDay), ("quotas.bytesPerDay", .bytesPerDay),
        ("quotas.writesPerSecond", .writesPerSecond), ("quotas.writeBurst", .writeBurst),
        ("quotas.readUnitsPerSecond", .readUnitsPerSecond),
        ("quotas.bytesPerSecond", .bytesPerSecond),
    ]

    /// `association.cases_per_day=500000`.
    private static func limit(
        _ line: String
    ) throws(DaemonError) -> (PartnerKind, Quota, UInt64) {
        let parts = line.split(separator: "=", maxSplits: 1).map(String.init)
        let name = parts.first?.split(separator: ".", maxSplits: 1).map(String.init) ?? []
        guard parts.count == 2, name.count == 2, let kind = PartnerKind(name: name[0]),
            let quota = Quota(rawValue: name[1]), let limit = UInt64(parts[1]),
            limit <= Quota.greatestLimit
        else {
            throw .configuration(
                "quotas.ofKind: \"\(line)\" is no limit of a kind of partner",
                remedy: "Write it like association.cases_per_day=500000.")
        }
        return (kind, quota, limit)
    }
}
