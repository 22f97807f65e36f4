// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases

/// Decides the commands of one batch, one after the other, each on what those before it left.
///
/// Nothing is written here: what the batch changes is gathered in `writes`, so that a refused
/// command leaves no trace and needs no savepoint.
struct BatchDecider {
    /// A submitter's own name for a case.
    struct ReferenceName: Hashable {
        var submitter: PartnerNumber
        var text: String
    }

    private struct MandateName: Hashable {
        var association: PartnerNumber
        var siren: String
    }

    let codec: any SnapshotCodec
    let lookup: any StoreLookup
    let chain: EventChain
    let quotas: QuotaTable
    /// Makes sure that what was looked up outlasts what the commits do that it rests on.
    let confirm: () throws(StoreError) -> Void
    private let cipher: PublicNumberCipher
    private(set) var nextCaseRow: UInt64
    var campaignBook = CampaignBook()
    var commitmentBook = CommitmentBook()
    var claimBook = ClaimBook()
    var aggregateBook = AggregateBook()
    var retaliationBook = RetaliationBook()
    var nextPartner: PartnerNumber

    /// What the batch changes so far.
    var writes = WriteSet()
    /// Damage that commands have passed over.
    var damage: [StoreError] = []
    /// False once a command has begun to change something, until it has come to its end.
    private(set) var isBetweenCommands = true

    // What was looked up or changed in this batch; a nil value is a row that is known not to be.
    var partners: [PartnerReference: PartnerRecord?] = [:]
    var changedEvidence: [EvidenceIdentifier: EvidenceRecord?] = [:]
    private var cases: [CaseIdentifier: WorkingCase] = [:]
    var events: [EventAddress: EventRecord] = [:]
    var keys: [IdempotencyName: EventAddress] = [:]
    var references: [ReferenceName: EventAddress] = [:]
    private var knownMandates: [MandateName: [Mandate]] = [:]
    let firstCaseRow: UInt64
    private var salts: ArraySlice<UInt8> = []
    private var growth: TreeGrowth

    init(
        codec: any SnapshotCodec, lookup: any StoreLookup, cipher: PublicNumberCipher,
        quotas: QuotaTable, confirm: @escaping () throws(StoreError) -> Void
    ) throws(StoreError) {
        self.codec = codec
        self.confirm = confirm
        self.quotas = quotas
        self.lookup = lookup
        self.chain = EventChain(codec: codec)
        self.growth = TreeGrowth(chain: EventChain(codec: codec), lookup: lookup)
        self.cipher = cipher
        let next = try lookup.nextNumbers()
        self.nextCaseRow = next.caseRow
        self.firstCaseRow = next.caseRow
        self.nextPartner = next.partner
    }

    /// Decides one order. Throws `corrupted` if it meets damage, or what concerns the whole batch.
    mutating func decide(_ order: CaseOrder) throws(StoreError) -> PendingOutcome {
        let outcome: PendingOutcome
        switch order {
        case .submit(let submission): outcome = try decide(submission)
        case .change(let change): outcome = try decide(change)
        }
        try releaseGrownGroups(at: order.at)
        isBetweenCommands = true
        return outcome
    }

    /// Runs a command of which nobody says where it begins to change something.
    mutating func changing<Outcome>(
        _ command: (inout BatchDecider) throws(StoreError) -> Outcome
    ) throws(StoreError) -> Outcome {
        isBetweenCommands = false
        let outcome = try command(&self)
        isBetweenCommands = true
        return outcome
    }

    // MARK: Submissions

    private mutating func decide(
        _ submission: Submission
    ) throws(StoreError) -> PendingOutcome {
        guard let submitter = try partner(submission.submitter) else {
            return .final(.unknownPartner)
        }
        let use = KeyUse(submission.key, submission.content.method, by: submitter.number)
        if let earlier = try repetition(of: use) { return earlier }
        let draft = submission.content.shared
        let reference = ReferenceName(
            submitter: submitter.number, text: draft.value.externalReference)
        if let earlier = try repetition(of: use, reference) { return earlier }
        if let refusal = try refusal(of: submission, by: submitter) { return .final(refusal) }
        guard let number = cipher.number(at: nextCaseRow - 1) else {
            throw .internalError("The public numbers are used up")
        }
        let command: CaseCommand
        switch submission.content {
        case .filed(let valid):
            command = .submit(
                valid, identifier: submission.identifier, publicNumber: number,
                filing: try newFiling(
                    draft.value, to: draft.value.platformSlug, at: submission.at))
        case .saved(let saved):
            command = .saveDraft(
                saved, identifier: submission.identifier, publicNumber: number)
        }
        let decision: Decision
        do {
            decision = try CaseRules.decide(
                command, on: nil, by: .partner(submission.submitter), at: submission.at)
        } catch {
            return .final(.refused(error))
        }
        let working = WorkingCase(row: nextCaseRow, submitter: submitter.number, isNew: true)
        let wrong = try violations(of: command.evidence, by: submitter, row: nil)
        guard wrong.isEmpty else { return .final(.refused(Refusal(.invalid(wrong)))) }
        let pending = try adopt(decision, of: working, use)
        // A case too large to keep takes no row.
        guard case .applied(let receipt) = pending else { return pending }
        try charge(
            submitter, cases: 1, bytes: UInt64(receipt.snapshot?.count ?? 0), at: submission.at)
        try attach(command.evidence, to: working.row)
        nextCaseRow += 1
        cases[submission.identifier] = working
        if !reference.text.isEmpty {
            let address = EventAddress(
                caseRow: working.row, sequence: decision.caseFile.version)
            references[reference] = address
            writes.externalReferences.append(
                ExternalReference(
                    submitter: submitter.number, text: reference.text, event: address))
        }
        return pending
    }

    /// What keeps the submitter from having this stored, as far as only the store knows.
    private mutating func refusal(
        of submission: Submission, by submitter: PartnerRecord
    ) throws(StoreError) -> CaseOutcome? {
        if let excess = try excess(of: submitter, Quota.daily, at: submission.at) {
            return .overQuota(excess)
        }
        guard case .filed(let draft) = submission.content,
            let violation = try objection(
                of: submitter, toFile: draft.shared.value, on: submission.today)
        else { return nil }
        return .refused(Refusal(.invalid([violation])))
    }

    /// What the rules must be told of a case that is sent to a platform.
    mutating func filing(to platform: String) throws(StoreError) -> Filing {
        let addressee = PartnerReference(kind: .platform, slug: platform)
        let isRegistered = try partner(addressee) != nil
        return Filing(routing: isRegistered ? .platformInbox : .platformWithoutAccount)
    }

    /// The same of a case that is filed: its campaign's terms, and what else the firm has filed.
    private mutating func newFiling(
        _ draft: CaseDraft, to platform: String, at now: Instant
    ) throws(StoreError) -> Filing {
        var filing = try filing(to: platform)
        filing.terms = try terms(of: draft)
        filing.earlierCases = try earlierCases(than: draft, at: now)
        return filing
    }

    /// What is wrong with filing the draft on this day, as far as only the store knows.
    private mutating func objection(
        of submitter: PartnerRecord, toFile draft: CaseDraft, on day: CalendarDate
    ) throws(StoreError) -> Violation? {
        let firm = draft.complainant.effectiveSiren
        if let violation = try standing(of: submitter, for: firm, at: "complainant.siren", on: day)
        {
            return violation
        }
        return try campaignObjection(to: draft, on: day)
    }

    /// What is wrong with the submitter's right to act for this firm on this day, if anything.
    mutating func standing(
        of submitter: PartnerRecord, for siren: String, at path: String, on day: CalendarDate
    ) throws(StoreError) -> Violation? {
        switch submitter.reference.kind {
        case .association:
            let found = try mandates(association: submitter.number, siren: siren)
            if found.contains(where: { $0.covers(day) }) { return nil }
            return Violation(path, .noMandate)
        case .business:
            if siren == submitter.siren { return nil }
            return Violation(path, .notTheComplainant)
        case .platform, .mediator, .operator:
            // The rules refuse these by their kind.
            return nil
        }
    }

    // MARK: Changes

    private mutating func decide(_ change: CaseChange) throws(StoreError) -> PendingOutcome {
        var use: KeyUse?
        var partner: PartnerRecord?
        if case .partner(let reference) = change.actor {
            guard let actor = try self.partner(reference) else { return .final(.unknownPartner) }
            partner = actor
            if let key = change.key, let method = CommandMethod(change.command) {
                let named = KeyUse(key, method, by: actor.number)
                if let earlier = try repetition(of: named) { return earlier }
                use = named
            }
        }
        if let partner, let excess = try excess(of: partner, [.bytesPerDay], at: change.at) {
            return .final(.overQuota(excess))
        }
        let working = try workingCase(change.identifier)
        var command = change.command
        if case .act(let action, let expectedVersion, nil) = command, let file = working?.file,
            let addressee = action.addressee(of: file)
        {
            if action == .file, let violation = try objection(toFile: file, change) {
                return .final(.refused(Refusal(.invalid([violation]))))
            }
            command = .act(
                action, expectedVersion: expectedVersion,
                filing: action == .file
                    ? try newFiling(file.draft, to: addressee, at: change.at)
                    : try filing(to: addressee))
        }
        let decision: Decision
        do {
            decision = try CaseRules.decide(
                command, on: working?.file, by: change.actor, at: change.at,
                isItsFirm: partner?.isFirm(of: working?.file) ?? false)
        } catch {
            return .final(.refused(error))
        }
        guard let working else {
            throw .internalError("The rules changed a case that is not there")
        }
        guard decision.caseFile.version <= StoreLimits.eventsACase else {
            let file = decision.caseFile
            return .final(
                .refused(Refusal(.stateConflict(state: file.state, version: file.version))))
        }
        // What was done before names nothing new.
        let evidence = decision.events.isEmpty ? nil : command.evidence
        if let partner {
            let wrong = try violations(of: evidence, by: partner, row: working.row)
            guard wrong.isEmpty else { return .final(.refused(Refusal(.invalid(wrong)))) }
        }
        let first = writes.events.count
        let pending = try adopt(decision, of: working, use)
        guard case .applied = pending else { return pending }
        try charge(partner, bytes: bytes(ofEventsFrom: first), at: change.at)
        try attach(evidence, to: working.row)
        if decision.caseFile.state == .erased { try dropEvidence(caseRow: working.row) }
        return pending
    }

    /// What is wrong with a draft's owner filing it today; nothing of another's.
    private mutating func objection(
        toFile file: CaseFile, _ change: CaseChange
    ) throws(StoreError) -> Violation? {
        guard change.actor == .partner(file.submitter), let owner = try partner(file.submitter)
        else { return nil }
        return try objection(
            of: owner, toFile: file.draft, on: change.at.dateInParis)
    }

    mutating func workingCase(
        _ identifier: CaseIdentifier
    ) throws(StoreError) -> WorkingCase? {
        if let known = cases[identifier] { return known }
        guard let record = try lookup.caseRecord(identifier) else { return nil }
        guard record.isIntact else { throw .damaged(record) }
        let last = EventAddress(caseRow: record.row, sequence: record.version)
        guard let tail = try lookup.event(last) else { throw .brokenChain(of: record) }
        let working = WorkingCase(
            row: record.row, submitter: record.submitter, isNew: false,
            isClassed: record.isClassed)
        do {
            working.file = try codec.decode(record.snapshot)
        } catch {
            throw .damaged(record)
        }
        working.link = tail.link
        working.alarmAtMilliseconds = record.alarmAtMilliseconds
        cases[identifier] = working
        return working
    }

    // MARK: Taking a decision over

    mutating func adopt(
        _ decision: Decision, of working: WorkingCase, _ use: KeyUse?
    ) throws(StoreError) -> PendingOutcome {
        let file = decision.caseFile
        let snapshot = codec.encode(file)
        // What the clock does is short, and must happen.
        if snapshot.count > StoreLimits.caseBytes, decision.events.last?.actor != .system {
            let violation = Violation(
                "case", .caseTooLarge, limit: StoreLimits.caseBytes, actual: snapshot.count)
            return .final(.refused(Refusal(.invalid([violation]))))
        }
        isBetweenCommands = false
        try follow(decision, before: working.file, row: working.row)
        for (index, event) in decision.events.enumerated() {
            let isLast = index == decision.events.count - 1
            try append(event, to: working, caseAfter: file, origin: isLast ? use?.origin : nil)
            try deliver(event, of: working, caseAfter: file)
        }
        if let last = decision.events.last {
            writes.raise(.recordedTime, to: last.at.millisecondsSince1970)
        }
        let changes = FigureChanges.of(decision.events, before: working.file, after: file)
        writes.figures.add(changes)
        writes.removals += changes.removals(row: working.row, submitter: working.submitter)
        noteForMediators(decision, of: working)
        if file.state == .erased, let former = working.file, former.state != .erased {
            try erase(former, of: working, through: file.version)
        }
        working.file = file
        if let last = decision.events.last, let use {
            let address = EventAddress(caseRow: working.row, sequence: last.sequence)
            keys[use.name] = address
            writes.keys.append((use.name, address))
        }
        let record = CaseRecord(
            file, row: working.row, submitter: working.submitter, snapshot: snapshot)
        // Also without an event, if the row's alarm is not the case's: it would go off again.
        if !decision.events.isEmpty || record.alarmAtMilliseconds != working.alarmAtMilliseconds {
            working.alarmAtMilliseconds = record.alarmAtMilliseconds
            if !working.isNew {
                writes.changedCases[working.row] = record
            } else if let place = working.place {
                writes.newCases[place] = record
            } else {
                working.place = writes.newCases.count
                writes.newCases.append(record)
            }
        }
        return .applied(
            ReceiptDraft(
                identifier: file.identifier, publicNumber: file.publicNumber, state: file.state,
                version: file.version, filedAt: file.createdAt, changedAt: file.updatedAt,
                snapshot: snapshot))
    }

    private mutating func append(
        _ event: CaseEvent, to working: WorkingCase, caseAfter: CaseFile, origin: EventOrigin?
    ) throws(StoreError) {
        let bytes = codec.encode(event, of: caseAfter)
        let salt = drawSalt()
        working.link = chain.link(
            previous: working.link, leaf: chain.leaf(salt: salt, event: bytes))
        let record = EventRecord(
            caseRow: working.row, sequence: event.sequence, stateAfter: event.stateAfter,
            atMilliseconds: event.at.millisecondsSince1970, salt: salt, bytes: bytes,
            link: working.link, origin: origin,
            place: try plant(event, of: working, caseAfter: caseAfter))
        writes.events.append(record)
        if origin != nil {
            events[EventAddress(caseRow: working.row, sequence: event.sequence)] = record
        }
    }

    /// Puts an event into the tree of whoever acted; what the system did, into the submitter's.
    private mutating func plant(
        _ event: CaseEvent, of working: WorkingCase, caseAfter: CaseFile
    ) throws(StoreError) -> TreePlace {
        var tree = working.submitter
        if case .partner(let reference) = event.actor, let actor = try partner(reference) {
            tree = actor.number
        }
        let leaf = chain.treeLeaf(
            number: caseAfter.publicNumber, identifier: caseAfter.identifier,
            sequence: event.sequence, link: working.link)
        return try growth.append(leaf, to: tree, &writes.treeNodes)
    }

    /// Keeps an erased event where repetitions look for it.
    mutating func remember(_ event: EventRecord) {
        let address = EventAddress(caseRow: event.caseRow, sequence: event.sequence)
        if events[address] != nil { events[address] = event }
    }

    /// Forgets references by which this batch knows a case.
    mutating func forget(row: UInt64) {
        references = references.filter { $0.value.caseRow != row }
    }

    /// A salt nobody can guess. Drawn sixteen at a time: asking the system costs more than the
    /// bytes.
    private mutating func drawSalt() -> [UInt8] {
        if salts.count < EventChain.saltBytes {
            salts = codec.randomBytes(16 * EventChain.saltBytes)[...]
        }
        defer { salts = salts.dropFirst(EventChain.saltBytes) }
        return Array(salts.prefix(EventChain.saltBytes))
    }

    private mutating func deliver(
        _ event: CaseEvent, of working: WorkingCase, caseAfter: CaseFile
    ) throws(StoreError) {
        for recipient in InboxRouting.recipients(of: event, caseAfter: caseAfter) {
            let inbox: PartnerNumber
            switch recipient {
            case .submitter: inbox = working.submitter
            case .mediators: inbox = .mediators
            case .notifier: inbox = .notifier
            case .platform:
                let slug = caseAfter.addressee
                guard let found = try partner(PartnerReference(kind: .platform, slug: slug))
                else { continue }
                inbox = found.number
            }
            // The back end gives the position when it commits.
            writes.inboxEntries[inbox, default: []].append(
                InboxRecord(
                    position: 0, caseRow: working.row, eventSequence: event.sequence,
                    eventKind: event.kind.number))
        }
    }

    /// The partner as it is after the commands before this one.
    mutating func partner(_ reference: PartnerReference) throws(StoreError) -> PartnerRecord? {
        if let known = partners[reference] { return known }
        let found = try lookup.partner(reference)
        partners[reference] = .some(found)
        return found
    }

    /// Keeps a mandate; true if there was none for the association, the firm and the first day.
    mutating func setMandate(
        _ mandate: Mandate, association: PartnerNumber
    ) throws(StoreError) -> Bool {
        var found = try mandates(association: association, siren: mandate.siren)
        let place = found.firstIndex { $0.from == mandate.from }
        if let place { found[place] = mandate } else { found.append(mandate) }
        knownMandates[MandateName(association: association, siren: mandate.siren)] = found
        writes.mandates.append((association, mandate))
        return place == nil
    }

    /// A firm's mandates to an association, as the commands before this one have left them.
    private mutating func mandates(
        association: PartnerNumber, siren: String
    ) throws(StoreError) -> [Mandate] {
        let name = MandateName(association: association, siren: siren)
        if let known = knownMandates[name] { return known }
        let found = try lookup.mandates(association: association, siren: siren)
        knownMandates[name] = found
        return found
    }
}
