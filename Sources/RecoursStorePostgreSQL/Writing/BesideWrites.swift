// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

// The rows beside the cases: campaigns, profiles, commitments, groups, claims.
extension WriteSet {
    func appendBeside(to requests: inout [PGRequest]) throws(StoreError) {
        for record in campaigns.campaigns.values.sorted(by: { $0.number < $1.number }) {
            requests.append(try Self.put(record))
        }
        appendCampaignCases(to: &requests)
        for record in profiles.values { requests.append(try Self.put(record)) }
        appendCommitments(to: &requests)
        appendAggregates(to: &requests)
        claims.append(to: &requests)
    }

    // MARK: Campaigns

    private static let campaignInsert = """
        INSERT INTO campaign (\(Columns.campaign)) VALUES ($1::int8, $2::uuid, $3::text, $4::int8,
            $5::int8, $6::int8, $7::int8, $8::text, $9::int8, $10::int8, $11::int8, $12::int8,
            $13::int8, $14::int8, $15::int8)
        ON CONFLICT (number) DO UPDATE SET name = excluded.name, opens_on = excluded.opens_on,
            closes_on = excluded.closes_on, resolve_by = excluded.resolve_by,
            target = excluded.target, platforms = excluded.platforms,
            acknowledge_days = excluded.acknowledge_days, answer_days = excluded.answer_days,
            final_answer_days = excluded.final_answer_days, collected = excluded.collected,
            target_reached_at = excluded.target_reached_at, updated_at = excluded.updated_at
        """

    private static func put(_ record: CampaignRecord) throws(StoreError) -> PGRequest {
        let plan = record.plan
        guard let opensOn = plan.opensOn, let closesOn = plan.closesOn else {
            throw .internalError("A campaign without its dates")
        }
        return PGRequest(
            campaignInsert,
            [
                .integer(Int64(record.number.value)), .identifier(record.identifier.column),
                .text(plan.name), .integer(Int64(opensOn.dayNumber)),
                .integer(Int64(closesOn.dayNumber)),
                .integer(plan.resolveBy.map { Int64($0.dayNumber) }),
                .integer(Int64(plan.targetCount)),
                // Slugs have no spaces.
                .text(plan.platforms.joined(separator: " ")),
                .integer(plan.acknowledgeDays.map(Int64.init)),
                .integer(plan.answerDays.map(Int64.init)),
                .integer(plan.finalAnswerDays.map(Int64.init)), .integer(record.collected),
                .integer(record.targetReachedAt?.millisecondsSince1970),
                .integer(record.createdAt.millisecondsSince1970),
                .integer(record.updatedAt.millisecondsSince1970),
            ])
    }

    private static let campaignCaseInsert = PGInsert(
        "campaign_case",
        ["case_row": .int8, "campaign": .int8, "due_at": .int8, "is_open": .bool],
        """
        ON CONFLICT (case_row) DO UPDATE SET is_open = excluded.is_open, due_at = excluded.due_at
        """)
    private static let campaignCountInsert = PGInsert(
        "campaign_count",
        ["campaign": .int8, "platform": .text, "counter": .int8, "value": .int8],
        """
        ON CONFLICT (campaign, platform, counter) DO UPDATE
        SET value = campaign_count.value + excluded.value
        """)

    private func appendCampaignCases(to requests: inout [PGRequest]) {
        if !campaigns.cases.isEmpty {
            let cases = campaigns.cases.sorted { $0.key < $1.key }
            requests.append(
                Self.campaignCaseInsert([
                    .integers(cases.map { Int64(bitPattern: $0.key) }),
                    .integers(cases.map { Int64($0.value.campaign.value) }),
                    .integers(cases.map(\.value.dueAtMilliseconds)),
                    .flags(cases.map(\.value.isOpen)),
                ]))
        }
        let counts = campaigns.counts.filter { $0.value != 0 }
        if !counts.isEmpty {
            let rows = Array(counts)
            requests.append(
                Self.campaignCountInsert([
                    .integers(rows.map { Int64($0.key.campaign.value) }),
                    .texts(rows.map(\.key.platform)),
                    .integers(rows.map { Int64($0.key.kind.number) }),
                    .integers(rows.map(\.value)),
                ]))
        }
    }

    // MARK: Profiles

    private static let profileInsert = """
        INSERT INTO platform_profile (\(Columns.profile))
        VALUES ($1::int8, $2::text, $3::text, $4::text, $5::text, $6::text, $7::text, $8::int8,
            $9::text[], $10::text, $11::text[], $12::text, $13::int8)
        ON CONFLICT (partner) DO UPDATE SET contact_name = excluded.contact_name,
            contact_role = excluded.contact_role, contact_email = excluded.contact_email,
            contact_phone = excluded.contact_phone, contact_hours = excluded.contact_hours,
            contact_language = excluded.contact_language, valid_until = excluded.valid_until,
            languages = excluded.languages, internal_complaint = excluded.internal_complaint,
            mediators = excluded.mediators, out_of_court_body = excluded.out_of_court_body,
            updated_at = excluded.updated_at
        """

    private static func put(_ record: ProfileRecord) throws(StoreError) -> PGRequest {
        let profile = record.profile
        guard let contact = profile.contact, let validUntil = profile.validUntil else {
            throw .internalError("A profile without its contact")
        }
        return PGRequest(
            profileInsert,
            [
                .integer(Int64(record.platform.value)), .text(contact.name), .text(contact.role),
                .text(contact.email), .text(contact.phone), .text(contact.hours),
                .text(contact.language), .integer(Int64(validUntil.dayNumber)),
                .texts(profile.languages), .text(profile.internalComplaint),
                .texts(profile.mediators), .text(profile.outOfCourtBody),
                .integer(record.updatedAt.millisecondsSince1970),
            ])
    }

    // MARK: Groups

    private static let groupInsert = PGInsert(
        "aggregate_group", ["platform": .text, "category": .int8, "firms": .int8],
        "ON CONFLICT (platform, category) DO UPDATE SET firms = excluded.firms")
    private static let firmInsert = PGInsert(
        "aggregate_firm",
        ["platform": .text, "category": .int8, "siren": .int8, "cases": .int8],
        "ON CONFLICT (platform, category, siren) DO UPDATE SET cases = excluded.cases")
    private static let heldInsert = PGInsert(
        "aggregate_held", ["platform": .text, "category": .int8, "case_row": .int8],
        "ON CONFLICT DO NOTHING")

    private func appendAggregates(to requests: inout [PGRequest]) {
        let groups = Array(aggregates.firms)
        if !groups.isEmpty {
            requests.append(
                Self.groupInsert([
                    .texts(groups.map(\.key.platform)),
                    .integers(groups.map { Int64($0.key.category.rawValue) }),
                    .integers(groups.map { Int64($0.value) }),
                ]))
        }
        let firms = aggregates.cases.filter { $0.value > 0 }
        if !firms.isEmpty {
            requests.append(
                Self.firmInsert(
                    Self.columns(firms.keys) + [.integers(firms.values.map { Int64($0) })]))
        }
        let goneFirms = aggregates.cases.filter { $0.value <= 0 }
        if !goneFirms.isEmpty {
            requests.append(
                PGRequest(
                    """
                    DELETE FROM aggregate_firm
                    USING unnest($1::text[], $2::int8[], $3::int8[]) AS gone (p, c, s)
                    WHERE platform = p AND category = c AND siren = s
                    """, Self.columns(goneFirms.keys)))
        }
        appendHeld(to: &requests)
    }

    private static func columns(_ firms: some Collection<AggregateFirm>) -> [PGValue] {
        [
            .texts(firms.map(\.group.platform)),
            .integers(firms.map { Int64($0.group.category.rawValue) }),
            .integers(firms.map { Int64($0.siren) }),
        ]
    }

    private func appendHeld(to requests: inout [PGRequest]) {
        let all = aggregates.held.flatMap { group, rows in
            rows.map { (group: group, row: $0.key, waits: $0.value) }
        }
        func columns(waiting: Bool) -> [PGValue]? {
            let rows = all.filter { $0.waits == waiting }
            if rows.isEmpty { return nil }
            return [
                .texts(rows.map(\.group.platform)),
                .integers(rows.map { Int64($0.group.category.rawValue) }),
                .integers(rows.map { Int64(bitPattern: $0.row) }),
            ]
        }
        if let held = columns(waiting: true) { requests.append(Self.heldInsert(held)) }
        if let free = columns(waiting: false) {
            requests.append(
                PGRequest(
                    """
                    DELETE FROM aggregate_held
                    USING unnest($1::text[], $2::int8[], $3::int8[]) AS gone (p, c, r)
                    WHERE platform = p AND category = c AND case_row = r
                    """, free))
        }
    }
}
