// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

/// All rows that are found by their keys: what a batch asks for again and again.
struct KnownRows {
    /// A firm's name among an association's mandates.
    struct MandateName: Hashable {
        var association: PartnerNumber
        var siren: String
    }

    /// A submitter's own name for a case.
    struct ReferenceName: Hashable {
        var submitter: PartnerNumber
        var text: String
    }

    let partners = PGRows<PartnerReference, PartnerRecord>(
        """
        SELECT \(Columns.partner) FROM unnest($1::int8[], $2::text[]) AS wanted (k, s)
            JOIN partner ON partner.kind = k AND partner.slug = s
        """,
        { [.integers($0.map { Int64($0.kind.rawValue) }), .texts($0.map(\.slug))] },
        key: { row in
            let kind = PartnerKind(rawValue: row.small(1)) ?? .operator
            return PartnerReference(kind: kind, slug: row.text(2))
        }, value: { (row) throws(StoreError) in try row.partner() })

    let uses = PGRows<PartnerNumber, PartnerUse>(
        "SELECT partner, day, cases, bytes FROM partner_use WHERE partner = ANY ($1::int8[])",
        { [.integers($0.map { Int64($0.value) })] }, key: { $0.number(0) },
        value: { row in
            PartnerUse(
                day: row.day(1) ?? .earliest, cases: row.unsigned(2), bytes: row.unsigned(3))
        })

    let mandates = PGRows<MandateName, Mandate>(
        """
        SELECT \(Columns.mandate) FROM unnest($1::int8[], $2::text[]) AS wanted (a, s)
            JOIN mandate ON mandate.association = a AND mandate.siren = s
            JOIN partner ON partner.number = a
        ORDER BY mandate.association, mandate.siren, mandate.first_day
        """,
        { [.integers($0.map { Int64($0.association.value) }), .texts($0.map(\.siren))] },
        key: { MandateName(association: $0.number(5), siren: $0.text(1)) },
        value: { (row) throws(StoreError) in try row.mandate() })

    let casesByIdentifier = PGRows<CaseIdentifier, CaseRecord>(
        "SELECT \(Columns.caseRecord) FROM cases WHERE id = ANY ($1::uuid[])",
        { [.identifiers($0)] }, key: { $0.identifier(1) ?? CaseIdentifier(high: 0, low: 0) },
        value: { (row) throws(StoreError) in try row.caseRecord() })

    let casesByRow = PGRows<UInt64, CaseRecord>(
        "SELECT \(Columns.caseRecord) FROM cases WHERE case_row = ANY ($1::int8[])",
        { [.integers($0.map { Int64(clamping: $0) })] }, key: { $0.unsigned(0) },
        value: { (row) throws(StoreError) in try row.caseRecord() })

    let events = PGRows<EventAddress, EventRecord>(
        "SELECT \(Columns.event) FROM event WHERE number = ANY ($1::int8[])",
        { [.integers($0.map { Int64(bitPattern: $0.eventNumber) })] },
        key: { EventAddress(eventNumber: $0.unsigned(0)) },
        value: { (row) throws(StoreError) in try row.event() })

    let keys = PGRows<IdempotencyName, EventAddress>(
        """
        SELECT known.partner, known.method, known.key, known.event, known.checksum
        FROM unnest($1::int8[], $2::int8[], $3::uuid[]) AS wanted (p, m, k)
            JOIN idempotency_key AS known
                ON known.partner = p AND known.method = m AND known.key = k
        """,
        { names in
            [
                .integers(names.map { Int64($0.partner.value) }),
                .integers(names.map { Int64($0.method.rawValue) }),
                .identifiers(names.map { CaseIdentifier(high: $0.high, low: $0.low) }),
            ]
        }, key: { KnownRows.keyName($0) },
        value: { (row) throws(StoreError) in
            let name = KnownRows.keyName(row)
            let event = EventAddress(eventNumber: row.unsigned(3))
            guard row.holds(RowChecksum.of(name, event), at: 4) else {
                throw .corrupted("A command's key of partner number \(name.partner.value)")
            }
            return event
        })

    private static func keyName(_ row: PGRow) -> IdempotencyName {
        let key = row.identifier(2) ?? CaseIdentifier(high: 0, low: 0)
        let method = CommandMethod(rawValue: UInt8(truncatingIfNeeded: row.integer(1)))
        return IdempotencyName(
            partner: row.number(0), method: method ?? .submit, high: key.high, low: key.low)
    }

    let references = PGRows<ReferenceName, EventAddress>(
        """
        SELECT known.submitter, known.reference, known.event, known.checksum
        FROM unnest($1::int8[], $2::text[]) AS wanted (s, r)
            JOIN external_reference AS known ON known.submitter = s AND known.reference = r
        """,
        { [.integers($0.map { Int64($0.submitter.value) }), .texts($0.map(\.text))] },
        key: { ReferenceName(submitter: $0.number(0), text: $0.text(1)) },
        value: { (row) throws(StoreError) in
            let reference = ExternalReference(
                submitter: row.number(0), text: row.text(1),
                event: EventAddress(eventNumber: row.unsigned(2)))
            guard row.holds(RowChecksum.of(reference), at: 3) else {
                throw .corrupted("A case's reference of partner number \(row.integer(0))")
            }
            return reference.event
        })

    let evidence = PGRows<EvidenceIdentifier, EvidenceRecord>(
        "SELECT \(Columns.evidence) FROM evidence WHERE id = ANY ($1::uuid[])",
        { [.identifiers($0.map(\.column))] },
        key: { row in
            let identifier = row.identifier(0) ?? CaseIdentifier(high: 0, low: 0)
            return EvidenceIdentifier(high: identifier.high, low: identifier.low)
        }, value: { (row) throws(StoreError) in try row.evidence() })

    let evidenceOfCases = PGRows<UInt64, EvidenceRecord>(
        "SELECT \(Columns.evidence) FROM evidence WHERE case_row = ANY ($1::int8[])",
        { [.integers($0.map { Int64(clamping: $0) })] }, key: { $0.unsigned(3) },
        value: { (row) throws(StoreError) in try row.evidence() })

    let treeSizes = PGRows<PartnerNumber, UInt64>(
        """
        SELECT t, (SELECT max(place) FROM tree_node WHERE tree = t AND level = 0)
        FROM unnest($1::int8[]) AS wanted (t)
        """,
        { [.integers($0.map { Int64($0.value) })] }, key: { $0.number(0) },
        value: { row in row.optional(1).map { UInt64($0) + 1 } ?? 0 })

    let heads = PGRows<PartnerNumber, UInt64>(
        "SELECT number, head FROM inbox WHERE number = ANY ($1::int8[])",
        { [.integers($0.map { Int64($0.value) })] }, key: { $0.number(0) },
        value: { $0.unsigned(1) })

    let campaigns = PGRows<CampaignIdentifier, CampaignRecord>(
        "SELECT \(Columns.campaign) FROM campaign WHERE id = ANY ($1::uuid[])",
        { [.identifiers($0.map(\.column))] },
        key: { row in
            let identifier = row.identifier(1) ?? CaseIdentifier(high: 0, low: 0)
            return CampaignIdentifier(high: identifier.high, low: identifier.low)
        }, value: { (row) throws(StoreError) in try row.campaign() })

    /// Open ones.
    let promises = PGRows<UInt64, CommitmentRecord>(
        """
        SELECT \(Columns.commitment) FROM commitment
        WHERE case_row = ANY ($1::int8[]) AND state = 1 AND case_row IS NOT NULL
        """,
        { [.integers($0.map { Int64(clamping: $0) })] }, key: { $0.unsigned(4) },
        value: { (row) throws(StoreError) in try row.commitment() })

    let firms = PGRows<AggregateGroup, Int>(
        """
        SELECT platform, category, firms FROM unnest($1::text[], $2::int8[]) AS wanted (p, c)
            JOIN aggregate_group ON platform = p AND category = c
        """,
        { [.texts($0.map(\.platform)), .integers($0.map { Int64($0.category.rawValue) })] },
        key: { KnownRows.group($0) }, value: { Int($0.integer(2)) })

    let casesOfFirms = PGRows<AggregateFirm, Int>(
        """
        SELECT platform, category, siren, cases
        FROM unnest($1::text[], $2::int8[], $3::int8[]) AS wanted (p, c, s)
            JOIN aggregate_firm ON platform = p AND category = c AND siren = s
        """,
        { firms in
            [
                .texts(firms.map(\.group.platform)),
                .integers(firms.map { Int64($0.group.category.rawValue) }),
                .integers(firms.map { Int64($0.siren) }),
            ]
        },
        key: { row in
            AggregateFirm(
                group: KnownRows.group(row), siren: UInt32(truncatingIfNeeded: row.integer(2)))
        }, value: { Int($0.integer(3)) })

    private static func group(_ row: PGRow) -> AggregateGroup {
        AggregateGroup(
            platform: row.text(0), category: CaseCategory(rawValue: row.small(1)) ?? .other)
    }

    /// What had come to the platform among the firm's newest 64 cases, the newest first. As a
    /// condition, what is looked for would be looked for in all of the firm's.
    let earlierCases = PGRows<Opponents, EarlierCase>(
        """
        SELECT s, p, number, created_at FROM unnest($1::int8[], $2::text[]) AS wanted (s, p),
            LATERAL (SELECT case_row, number, created_at, platform = p AND transmitted AS fits
                FROM cases WHERE siren = s AND siren <> 0
                ORDER BY case_row DESC LIMIT 64) AS newest
        WHERE fits ORDER BY s, p, case_row DESC
        """,
        { [.integers($0.map { Int64($0.siren) }), .texts($0.map(\.platform))] },
        key: { Opponents(siren: UInt32(truncatingIfNeeded: $0.integer(0)), platform: $0.text(1)) },
        value: { (row) throws(StoreError) in
            guard let number = PublicNumber(row.unsigned(2)), let filedAt = row.instant(3) else {
                throw .corrupted("A case's row")
            }
            return EarlierCase(number: number, filedAt: filedAt)
        })

    /// Keeps what is found from now on, and nothing of before.
    func begin() {
        func begin<Key, Value>(_ rows: PGRows<Key, Value>) {
            rows.forget()
            rows.isKeeping = true
        }
        begin(partners)
        begin(uses)
        begin(mandates)
        begin(casesByIdentifier)
        begin(casesByRow)
        begin(events)
        begin(keys)
        begin(references)
        begin(evidence)
        begin(evidenceOfCases)
        begin(treeSizes)
        begin(heads)
        begin(campaigns)
        begin(promises)
        begin(firms)
        begin(casesOfFirms)
        begin(earlierCases)
    }
}
