// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

/// What a batch's commands will ask for, as far as they say so themselves: looked up all at once.
///
/// What is missed here is found by a query of its own, so nothing depends on its being complete.
struct Prefetch {
    private struct Key {
        var partner: PartnerReference
        var method: CommandMethod
        var key: IdempotencyKey
    }

    private var partners: Set<PartnerReference> = []
    private var cases: Set<CaseIdentifier> = []
    private var keys: [Key] = []
    private var references: [(submitter: PartnerReference, text: String)] = []
    private var mandates: [(association: PartnerReference, siren: String)] = []
    private var evidence: Set<EvidenceIdentifier> = []
    private var campaigns: Set<CampaignIdentifier> = []
    private var opponents: Set<Opponents> = []
    private var groups: Set<AggregateGroup> = []
    private var firms: Set<AggregateFirm> = []
    /// Whether a case's other files matter.
    private var attaches = false

    init(_ commands: borrowing [StoreCommand]) {
        for index in commands.indices {
            switch commands[index].order {
            case .caseOrder(.submit(let submission), _): take(submission)
            case .caseOrder(.change(let change), _): take(change)
            case .administrative(let order, _): take(order)
            case .evidence(let order, _): take(order)
            }
        }
    }

    // MARK: What commands say

    private mutating func take(_ submission: Submission) {
        let draft = submission.content.draft
        partners.insert(submission.submitter)
        let method: CommandMethod =
            if case .filed = submission.content { .submit } else { .saveDraft }
        keys.append(Key(partner: submission.submitter, method: method, key: submission.key))
        if !draft.externalReference.isEmpty {
            references.append((submission.submitter, draft.externalReference))
        }
        take(draft, of: submission.submitter)
    }

    private mutating func take(_ draft: CaseDraft, of submitter: PartnerReference) {
        partners.insert(PartnerReference(kind: .platform, slug: draft.platformSlug))
        if submitter.kind == .association {
            mandates.append((submitter, draft.complainant.effectiveSiren))
        }
        take(draft.evidenceIdentifiers)
        if let campaign = CampaignIdentifier(bytes: draft.campaignIdentifier) {
            campaigns.insert(campaign)
        }
        if draft.isSanction, let pair = Opponents(draft) { opponents.insert(pair) }
        if draft.disclosure == .aggregate, let category = draft.category {
            let group = AggregateGroup(platform: draft.platformSlug, category: category)
            groups.insert(group)
            let siren = UInt32(draft.complainant.effectiveSiren) ?? 0
            firms.insert(AggregateFirm(group: group, siren: siren))
        }
    }

    private mutating func take(_ change: CaseChange) {
        cases.insert(change.identifier)
        if let named = change.command.evidence {
            attaches = true
            take(named.identifiers)
        }
        guard case .partner(let reference) = change.actor else { return }
        partners.insert(reference)
        if let key = change.key, let method = CommandMethod(change.command) {
            keys.append(Key(partner: reference, method: method, key: key))
        }
    }

    private mutating func take(_ identifiers: [[UInt8]]) {
        for case let identifier? in identifiers.map({ EvidenceIdentifier(bytes: $0) }) {
            evidence.insert(identifier)
        }
    }

    private mutating func take(_ order: AdministrativeOrder) {
        switch order {
        case .putPartner(let reference, _, _, _), .bindKey(let reference, _),
            .unbindKey(let reference, _), .setQuotas(let reference, _),
            .setProfile(let reference, _, _):
            partners.insert(reference)
        case .putMandates(let all):
            for mandate in all {
                let association = PartnerReference(kind: .association, slug: mandate.association)
                partners.insert(association)
                mandates.append((association, mandate.siren))
            }
        case .eraseEvidence(let identifier, _), .eraseAgain(let identifier, _),
            .noteIdentityRead(let identifier, _, _, _):
            cases.insert(identifier)
        case .claim(let order): take(order)
        case .campaign, .commitment, .releaseAggregates, .raiseMarks: break
        }
    }

    private mutating func take(_ order: ClaimOrder) {
        partners.insert(order.partner)
        let platforms: [String] =
            switch order {
            case .open(let claim, _): claim.plan.platforms
            case .add(let items, _, _, _, _): items.compactMap { $0?.platform }
            case .observe(let items, _, _): items.map(\.named.platform)
            case .register, .change, .reply, .review: []
            }
        partners.formUnion(platforms.map { PartnerReference(kind: .platform, slug: $0) })
    }

    private mutating func take(_ order: EvidenceOrder) {
        switch order {
        case .keep(let identifier, let owner, _, _, _):
            evidence.insert(identifier)
            partners.insert(owner)
        case .judge(let identifier, _): evidence.insert(identifier)
        case .dropUnattached, .remove: break
        }
    }

    // MARK: What is asked

    /// What can be asked for by what the commands name.
    func names(_ known: KnownRows) -> PrefetchStep {
        var step = PrefetchStep()
        step.add(known.partners, partners)
        step.add(known.casesByIdentifier, cases)
        step.add(known.evidence, evidence)
        step.add(known.campaigns, campaigns)
        step.add(known.earlierCases, opponents)
        step.add(known.firms, groups)
        step.add(known.casesOfFirms, firms)
        return step
    }

    /// What can be asked for by the numbers of the partners and cases found.
    func numbers(_ known: KnownRows) -> PrefetchStep {
        let found = known.partners.found.mapValues(\.number)
        let records = Array(known.casesByIdentifier.found.values)
        let owners = Set(found.values).union(records.map(\.submitter))
        let rows = Set(records.map(\.row))
        var step = PrefetchStep()
        step.add(known.uses, owners)
        step.add(known.treeSizes, owners)
        step.add(known.heads, owners.union([.mediators, .notifier]))
        step.add(
            known.partners,
            Set(records.map { PartnerReference(kind: .platform, slug: $0.platform) })
                .subtracting(partners))
        step.add(
            known.events,
            Set(records.map { EventAddress(caseRow: $0.row, sequence: $0.version) }))
        step.add(known.promises, rows)
        if attaches { step.add(known.evidenceOfCases, rows) }
        step.add(
            known.keys,
            Set(
                keys.compactMap { key in
                    found[key.partner].map { number in
                        IdempotencyName(
                            partner: number, method: key.method, high: key.key.high,
                            low: key.key.low)
                    }
                }))
        step.add(
            known.references,
            Set(
                references.compactMap { reference in
                    found[reference.submitter].map {
                        KnownRows.ReferenceName(submitter: $0, text: reference.text)
                    }
                }))
        step.add(
            known.mandates,
            Set(
                mandates.compactMap { mandate in
                    found[mandate.association].map {
                        KnownRows.MandateName(association: $0, siren: mandate.siren)
                    }
                }))
        return step
    }

    /// What repeated commands are answered with.
    func repetitions(_ known: KnownRows) -> PrefetchStep {
        let addresses = Set(known.keys.found.values).union(known.references.found.values)
        var step = PrefetchStep()
        step.add(known.events, addresses.filter { !known.events.isKnown($0) })
        step.add(known.casesByRow, Set(addresses.map(\.caseRow)))
        return step
    }
}

/// Lookups of one round trip.
struct PrefetchStep {
    private(set) var requests: [PGRequest] = []
    private var takers: [(PGResult) -> Void] = []

    mutating func add<Key, Value>(_ rows: PGRows<Key, Value>, _ keys: Set<Key>) {
        guard let request = rows.request(keys) else { return }
        requests.append(request)
        takers.append { rows.take(keys, $0) }
    }

    /// - Parameter results: of the requests.
    func take(_ results: some Collection<PGResult>) {
        for (take, result) in zip(takers, results) { take(result) }
    }
}
