// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

// How rows of the registry, and of what is beside the cases, become records.
extension Columns {
    /// With its keys and limits, so that one row is a whole partner.
    static let partner = """
        number, kind, slug, name, siren, created_at, partner.checksum, \
        ARRAY(SELECT spki FROM partner_key WHERE partner = number ORDER BY spki), \
        ARRAY(SELECT not_after FROM partner_key WHERE partner = number ORDER BY spki), \
        ARRAY(SELECT instance FROM partner_key WHERE partner = number ORDER BY spki), \
        ARRAY(SELECT quota.name FROM partner_quota AS quota WHERE quota.partner = number \
        ORDER BY quota.name), \
        ARRAY(SELECT value FROM partner_quota AS quota WHERE quota.partner = number \
        ORDER BY quota.name)
        """

    /// Joined with the association's partner row.
    static let mandate = """
        partner.slug, mandate.siren, mandate.first_day, mandate.last_day, mandate.document, \
        mandate.association, mandate.checksum
        """

    static let campaign = """
        number, id, name, opens_on, closes_on, resolve_by, target, platforms, \
        acknowledge_days, answer_days, final_answer_days, collected, target_reached_at, \
        created_at, updated_at
        """

    /// With its steps.
    static let commitment = """
        number, id, platform, text, case_row, case_id, case_number, campaign, category, due_on, \
        key, fingerprint, \
        ARRAY(SELECT at FROM commitment_change WHERE commitment = number ORDER BY step), \
        ARRAY(SELECT actor_kind::int8 FROM commitment_change WHERE commitment = number \
        ORDER BY step), \
        ARRAY(SELECT actor FROM commitment_change WHERE commitment = number ORDER BY step), \
        ARRAY(SELECT change.state::int8 FROM commitment_change AS change \
        WHERE commitment = number ORDER BY step), \
        ARRAY(SELECT reason FROM commitment_change WHERE commitment = number ORDER BY step), \
        claim, listing
        """

    static let profile = """
        partner, contact_name, contact_role, contact_email, contact_phone, contact_hours, \
        contact_language, valid_until, languages, internal_complaint, mediators, \
        out_of_court_body, updated_at
        """

    static let queue = "case_row, reason, due_at, mediator, platform, category, clause"
}

extension PGRow {
    /// Throws `corrupted` unless the partner is as it was written, its keys included.
    func partner() throws(StoreError) -> PartnerRecord {
        guard let kind = PartnerKind(rawValue: small(1)), let createdAt = instant(5) else {
            throw .corrupted("The row of partner number \(integer(0))")
        }
        var record = PartnerRecord(
            number: number(0), reference: PartnerReference(kind: kind, slug: text(2)),
            name: text(3), siren: text(4), keys: [], createdAt: createdAt)
        let (ends, instances) = (integers(8), texts(9))
        for (place, key) in blobs(7).enumerated() where place < ends.count {
            record.keys.append(
                BoundKey(
                    spkiSHA256: key, notAfter: Instant(millisecondsSince1970: ends[place]),
                    instance: place < instances.count ? instances[place] : ""))
        }
        for (name, value) in zip(texts(10), integers(11)) {
            // One of a newer version is none that this one could hold anybody to.
            guard let quota = Quota(rawValue: name) else { continue }
            record.quotas[quota] = UInt64(bitPattern: value)
        }
        guard holds(RowChecksum.of(record), at: 6) else {
            throw .corrupted("The row of partner \(record.reference)")
        }
        return record
    }

    func mandate() throws(StoreError) -> Mandate {
        let mandate = Mandate(
            association: text(0), siren: text(1), from: day(2) ?? .earliest, until: day(3),
            documentSHA256: bytes(4))
        guard holds(RowChecksum.of(mandate, of: number(5)), at: 6) else {
            throw .corrupted("A mandate of partner number \(integer(5))")
        }
        return mandate
    }

    func campaign() throws(StoreError) -> CampaignRecord {
        guard let identifier = identifier(1), let createdAt = instant(13),
            let updatedAt = instant(14)
        else { throw .corrupted("A campaign's row") }
        let plan = CampaignPlan(
            name: text(2), opensOn: day(3), closesOn: day(4), resolveBy: day(5),
            targetCount: Int(integer(6)),
            platforms: text(7).split(separator: " ").map(String.init),
            acknowledgeDays: optional(8).map { Int($0) }, answerDays: optional(9).map { Int($0) },
            finalAnswerDays: optional(10).map { Int($0) })
        return CampaignRecord(
            number: CampaignNumber(UInt32(truncatingIfNeeded: integer(0))),
            identifier: CampaignIdentifier(high: identifier.high, low: identifier.low),
            plan: plan, collected: unsigned(11), targetReachedAt: instant(12),
            createdAt: createdAt, updatedAt: updatedAt)
    }

    func commitment() throws(StoreError) -> CommitmentRecord {
        let steps = try commitmentSteps()
        guard let scope = commitmentScope(), let dueOn = day(9), !steps.isEmpty else {
            throw .corrupted("A commitment's row")
        }
        let commitment = Commitment(
            identifier: bytes(1), platformSlug: text(2), text: text(3), scope: scope,
            dueOn: dueOn, history: steps)
        return CommitmentRecord(
            number: unsigned(0), commitment: commitment, caseRow: isNull(4) ? nil : unsigned(4),
            origin: isNull(10)
                ? nil : CallOrigin(key: bytes(10), fingerprint: bytes(11)),
            storedSteps: steps.count)
    }

    private func commitmentScope() -> CommitmentScope? {
        if !isNull(5) {
            guard let identifier = identifier(5), let number = PublicNumber(unsigned(6)) else {
                return nil
            }
            return .caseFile(identifier, number)
        }
        if !isNull(7) {
            return identifier(7).map {
                .campaign(CampaignIdentifier(high: $0.high, low: $0.low))
            }
        }
        if !isNull(17) {
            guard let claim = identifier(17), let listing = identifier(18) else { return nil }
            return .claim(StandingClaimIdentifier(claim), ClaimListingIdentifier(listing))
        }
        return CaseCategory(rawValue: small(8)).map(CommitmentScope.category)
    }

    private func commitmentSteps() throws(StoreError) -> [CommitmentChange] {
        let (kinds, actors, states, reasons) = (integers(13), texts(14), integers(15), texts(16))
        var steps: [CommitmentChange] = []
        for (place, at) in integers(12).enumerated() {
            guard place < reasons.count,
                let state = CommitmentState(rawValue: Int32(truncatingIfNeeded: states[place]))
            else { throw .corrupted("A commitment's step") }
            // 0 is the system itself; the rules know no partner of that kind.
            let kind = PartnerKind(rawValue: Int32(truncatingIfNeeded: kinds[place]))
            let actor: Actor =
                kind.map { .partner(PartnerReference(kind: $0, slug: actors[place])) } ?? .system
            steps.append(
                CommitmentChange(
                    at: Instant(millisecondsSince1970: at), actor: actor, state: state,
                    reason: reasons[place]))
        }
        return steps
    }

    func queueRecord() throws(StoreError) -> QueueRecord {
        guard let reason = MediatorTask.Reason(rawValue: small(1)) else {
            throw .corrupted("A row of the mediators' queue")
        }
        return QueueRecord(
            caseRow: unsigned(0), reason: reason, dueAtMilliseconds: integer(2),
            mediator: text(3), caseClass: caseClass(from: 4))
    }

    func caseClass(from column: Int) -> CaseClass {
        CaseClass(
            platform: text(column), category: CaseCategory(rawValue: small(column + 1)),
            clause: text(column + 2))
    }
}
