// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases

/// What a batch has in hand of campaigns; a nil value is a row that is known not to be.
struct CampaignBook {
    var byIdentifier: [CampaignIdentifier: CampaignRecord?] = [:]
    /// Given out in this batch; nil before the first.
    var next: CampaignNumber?
}

// Campaigns: their orders, whether a case may come in, and what each change of a case counts.
extension BatchDecider {
    mutating func decide(
        _ order: CampaignOrder
    ) throws(StoreError) -> AdministrativeOutcome {
        switch order {
        case .open(let identifier, let plan, let at): return try open(identifier, plan, at)
        case .change(let identifier, let plan, let at): return try change(identifier, plan, at)
        }
    }

    private mutating func open(
        _ identifier: CampaignIdentifier, _ plan: CampaignPlan, _ at: Instant
    ) throws(StoreError) -> AdministrativeOutcome {
        if let known = try campaign(named: plan.name) {
            guard known.plan == plan else { return .refused(.campaignNameTaken) }
            return .campaign(known, isNew: false)
        }
        var next = campaignBook.next
        if next == nil { next = try lookup.nextCampaign() }
        guard let number = next else { throw .internalError("No number for a campaign") }
        campaignBook.next = CampaignNumber(number.value + 1)
        let record = CampaignRecord(
            number: number, identifier: identifier, plan: plan, collected: 0,
            targetReachedAt: nil, createdAt: at, updatedAt: at)
        keep(record)
        return .campaign(record, isNew: true)
    }

    private mutating func change(
        _ identifier: CampaignIdentifier, _ plan: CampaignPlan, _ at: Instant
    ) throws(StoreError) -> AdministrativeOutcome {
        guard var record = try campaign(identifier) else { return .refused(.unknownCampaign) }
        if record.plan == plan { return .campaign(record, isNew: false) }
        if record.collected > 0 {
            let wrong = plan.objections(toReplacing: record.plan, today: at.dateInParis)
            if !wrong.isEmpty { return .refused(.invalid(wrong)) }
        }
        if plan.name != record.plan.name, try campaign(named: plan.name) != nil {
            return .refused(.campaignNameTaken)
        }
        record.plan = plan
        record.updatedAt = at
        keep(record)
        return .campaign(record, isNew: false)
    }

    // MARK: Cases

    /// Keeps all that is counted and promised beside the cases in step with a decision. Comes
    /// before anything is written: it may meet a damaged row.
    mutating func follow(
        _ decision: Decision, before: CaseFile?, row: UInt64
    ) throws(StoreError) {
        guard !decision.events.isEmpty else { return }
        let caseFile = decision.caseFile
        let draft = caseFile.sharedDraft
        if let identifier = CampaignIdentifier(bytes: draft.value.campaignIdentifier) {
            _ = try campaign(identifier)
        }
        for event in decision.events { try followPromise(event, of: caseFile, row: row) }
        try count(caseFile, before: before, row: row)
        try followGroup(caseFile, before: before, row: row)
        if before == nil { noteOpponents(of: caseFile, row: row) }
    }

    /// Why a draft may not be filed into the campaign that it names, if so.
    mutating func campaignObjection(
        to draft: CaseDraft, on day: CalendarDate
    ) throws(StoreError) -> Violation? {
        guard !draft.campaignIdentifier.isEmpty else { return nil }
        guard let identifier = CampaignIdentifier(bytes: draft.campaignIdentifier),
            let record = try campaign(identifier)
        else { return Violation("campaign_id", .unknownCampaign) }
        return record.plan.objection(to: draft.platformSlug, on: day)
            .map { Violation("campaign_id", $0) }
    }

    /// What the campaign of a draft, if it has one, says of its clocks.
    mutating func terms(of draft: CaseDraft) throws(StoreError) -> CampaignTerms? {
        guard let identifier = CampaignIdentifier(bytes: draft.campaignIdentifier) else {
            return nil
        }
        return try campaign(identifier)?.plan.terms(of: identifier)
    }

    /// Counts what a change has made of a case in its campaign: by the difference, so that nothing
    /// is ever counted anew.
    mutating func count(
        _ caseFile: CaseFile, before: CaseFile?, row: UInt64
    ) throws(StoreError) {
        let draft = caseFile.sharedDraft
        guard let identifier = CampaignIdentifier(bytes: draft.value.campaignIdentifier)
        else { return }
        let former = before.flatMap { CampaignStanding(of: $0) }
        guard let standing = CampaignStanding(of: caseFile, former: former) else { return }
        guard var record = try campaign(identifier) else {
            // A draft may name any campaign until it is filed; what is filed named one that is.
            throw .corrupted("A case's campaign")
        }
        if standing != former {
            if let former { add(-1, former, of: record.number) }
            add(1, standing, of: record.number)
        }
        if former == nil {
            record.collected += 1
            if record.targetReachedAt == nil, record.collected >= record.plan.targetCount {
                record.targetReachedAt = caseFile.updatedAt
            }
            keep(record)
        }
        writes.campaigns.cases[row] = CampaignCaseRecord(
            campaign: record.number, isOpen: standing.isOpen,
            dueAtMilliseconds: caseFile.dueAt?.millisecondsSince1970 ?? .max)
    }

    private mutating func add(
        _ value: Int64, _ standing: CampaignStanding, of campaign: CampaignNumber
    ) {
        var kinds: [CampaignCounter.Kind] = [
            .collected, .state(standing.state), .outcome(standing.outcome),
        ]
        if standing.isAnswered { kinds.append(.answered) }
        for kind in kinds {
            let counter = CampaignCounter(
                campaign: campaign, platform: standing.platformSlug, kind: kind)
            writes.campaigns.counts[counter, default: 0] += value
        }
    }

    // MARK: Rows

    mutating func campaign(
        _ identifier: CampaignIdentifier
    ) throws(StoreError) -> CampaignRecord? {
        if let known = campaignBook.byIdentifier[identifier] { return known }
        let found = try lookup.campaign(identifier)
        campaignBook.byIdentifier[identifier] = .some(found)
        return found
    }

    private func campaign(named name: String) throws(StoreError) -> CampaignRecord? {
        let changed = writes.campaigns.campaigns.values
        if let known = changed.first(where: { $0.plan.name == name }) { return known }
        guard let found = try lookup.campaign(named: name) else { return nil }
        // An earlier command of the batch may have given it another name.
        return writes.campaigns.campaigns[found.number] == nil ? found : nil
    }

    private mutating func keep(_ record: CampaignRecord) {
        campaignBook.byIdentifier[record.identifier] = .some(record)
        writes.campaigns.campaigns[record.number] = record
    }
}
