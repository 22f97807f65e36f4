// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

// The rows of partners: their keys, limits and mandates, and what they have had stored.
extension WriteSet {
    /// Whether other servers must read the registry anew.
    var changesRegistry: Bool { !partners.isEmpty || claims.changesWhatIsFound }

    func appendRegistry(to requests: inout [PGRequest]) {
        if !partners.isEmpty { appendPartners(to: &requests) }
        if !mandates.isEmpty { requests.append(putMandates()) }
    }

    private static let partnerInsert = PGInsert(
        "partner",
        [
            "number": .int8, "kind": .int8, "slug": .text, "name": .text, "siren": .text,
            "created_at": .int8, "checksum": .int8,
        ],
        """
        ON CONFLICT (number) DO UPDATE
        SET name = excluded.name, siren = excluded.siren, checksum = excluded.checksum
        """)
    private static let keyInsert = PGInsert(
        "partner_key",
        ["spki": .bytea, "partner": .int8, "not_after": .int8, "instance": .text])
    private static let quotaInsert = PGInsert(
        "partner_quota", ["partner": .int8, "name": .text, "value": .int8])

    /// Keys may have gone from one partner to another: all are dropped before any is bound.
    private func appendPartners(to requests: inout [PGRequest]) {
        let partners = partners.values.sorted { $0.number < $1.number }
        let numbers = PGValue.integers(partners.map { Int64($0.number.value) })
        requests.append(
            Self.partnerInsert([
                numbers, .integers(partners.map { Int64($0.reference.kind.rawValue) }),
                .texts(partners.map(\.reference.slug)), .texts(partners.map(\.name)),
                .texts(partners.map(\.siren)),
                .integers(partners.map(\.createdAt.millisecondsSince1970)),
                .integers(partners.map { RowChecksum.of($0) }),
            ]))
        for table in ["partner_key", "partner_quota"] {
            requests.append(
                PGRequest("DELETE FROM \(table) WHERE partner = ANY ($1::int8[])", [numbers]))
        }
        let keys = partners.flatMap { partner in partner.keys.map { (partner.number, $0) } }
        requests.append(
            Self.keyInsert([
                .blobs(keys.map(\.1.spkiSHA256)), .integers(keys.map { Int64($0.0.value) }),
                .integers(keys.map(\.1.notAfter.millisecondsSince1970)),
                .texts(keys.map(\.1.instance)),
            ]))
        let limits = partners.flatMap { partner in partner.quotas.map { (partner.number, $0) } }
        requests.append(
            Self.quotaInsert([
                .integers(limits.map { Int64($0.0.value) }), .texts(limits.map(\.1.key.rawValue)),
                .integers(limits.map { Int64(bitPattern: $0.1.value) }),
            ]))
    }

    private static let mandateInsert = PGInsert(
        "mandate",
        [
            "association": .int8, "siren": .text, "first_day": .int8, "last_day": .int8,
            "document": .bytea, "checksum": .int8,
        ],
        """
        ON CONFLICT (association, siren, first_day) DO UPDATE
        SET last_day = excluded.last_day, document = excluded.document,
            checksum = excluded.checksum
        """)

    private struct MandateKey: Hashable {
        var association: PartnerNumber
        var siren: String
        var from: CalendarDate
    }

    /// Of one mandate given several times in the batch the last counts.
    private func putMandates() -> PGRequest {
        var last: [MandateKey: Mandate] = [:]
        for (association, mandate) in mandates {
            let key = MandateKey(
                association: association, siren: mandate.siren, from: mandate.from)
            last[key] = mandate
        }
        let rows = Array(last)
        return Self.mandateInsert([
            .integers(rows.map { Int64($0.key.association.value) }),
            .texts(rows.map(\.key.siren)), .integers(rows.map { Int64($0.key.from.dayNumber) }),
            .integers(rows.map { $0.value.until.map { Int64($0.dayNumber) } }),
            .blobs(rows.map(\.value.documentSHA256)),
            .integers(rows.map { RowChecksum.of($0.value, of: $0.key.association) }),
        ])
    }

    private static let useInsert = PGInsert(
        "partner_use", ["partner": .int8, "day": .int8, "cases": .int8, "bytes": .int8],
        """
        ON CONFLICT (partner) DO UPDATE
        SET day = excluded.day, cases = excluded.cases, bytes = excluded.bytes
        """)

    private static let markInsert = PGInsert(
        "mark", ["name": .text, "value": .int8],
        "ON CONFLICT (name) DO UPDATE SET value = greatest(mark.value, excluded.value)")

    func appendUsesAndMarks(to requests: inout [PGRequest]) {
        if !marks.isEmpty {
            let marks = Array(marks)
            requests.append(
                Self.markInsert([.texts(marks.map(\.key.rawValue)), .integers(marks.map(\.value))]))
        }
        if !uses.isEmpty {
            let uses = Array(uses)
            requests.append(
                Self.useInsert([
                    .integers(uses.map { Int64($0.key.value) }),
                    .integers(uses.map { Int64($0.value.day.dayNumber) }),
                    .integers(uses.map { Int64(bitPattern: $0.value.cases) }),
                    .integers(uses.map { Int64(bitPattern: $0.value.bytes) }),
                ]))
        }
    }
}
