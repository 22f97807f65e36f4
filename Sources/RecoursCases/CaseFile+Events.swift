// SPDX-License-Identifier: EUPL-1.2

extension CaseFile {
    /// A case to which nothing has happened, not even its submission: version 0. It never leaves
    /// this module.
    init(
        blank draft: SharedDraft, identifier: CaseIdentifier, publicNumber: PublicNumber,
        submitter: PartnerReference, at now: Instant
    ) {
        self.init(
            identifier: identifier, publicNumber: publicNumber, version: 0, state: .draft,
            stateSince: now, submitter: submitter, draft: draft,
            addressee: draft.value.platformSlug,
            disclosure: draft.value.disclosure ?? .identified, deadlines: [], transmittedAt: nil,
            platformContact: nil, responses: [], verdicts: [], stateReason: "", createdAt: now,
            updatedAt: now)
    }

    /// The case after its first event. Throws `brokenHistory` unless that is a submission, or a
    /// draft saved, by a partner.
    package init(
        first event: CaseEvent, identifier: CaseIdentifier, publicNumber: PublicNumber
    ) throws(Refusal) {
        let draft: SharedDraft
        switch event.kind {
        case .submitted(let filed, _): draft = filed
        case .draftSaved(let saved): draft = saved
        default: throw Refusal(.brokenHistory(sequence: event.sequence))
        }
        guard case .partner(let submitter) = event.actor else {
            throw Refusal(.brokenHistory(sequence: event.sequence))
        }
        self.init(
            blank: draft, identifier: identifier, publicNumber: publicNumber,
            submitter: submitter, at: event.at)
        try apply(event)
    }

    /// Lets an event that has happened change the case. Throws `brokenHistory` if it cannot have
    /// happened here: its number isn't the next, or no such transition exists.
    package mutating func apply(_ event: CaseEvent) throws(Refusal) {
        let before: CaseState? = version == 0 ? nil : state
        guard event.sequence == version + 1, event.stateBefore == before,
            let after = state(after: event.kind), after == event.stateAfter
        else { throw Refusal(.brokenHistory(sequence: event.sequence)) }
        let previous = state
        version = event.sequence
        state = after
        record(event)
        runClocks(event, from: previous)
        // Only now: what stood still, did so since the state began.
        if state != previous || version == 1 { stateSince = event.at }
        updatedAt = event.at
    }

    // MARK: What an event says, taken over

    private mutating func record(_ event: CaseEvent) {
        switch event.kind {
        case .submitted(let draft, let terms):
            take(draft)
            self.terms = terms
        case .draftSaved(let draft): take(draft)
        case .transmitted:
            transmittedAt = event.at
            // Sent anew, it waits to be taken note of anew.
            acknowledgedAt = nil
            platformContact = nil
            reportListings(at: event.at)
        case .routedOutOfScope(let reason):
            inadmissibility = Inadmissibility(reason: .outOfScope, text: reason)
            stateReason = reason
        case .routedToMediation(let reason):
            beginMediation(at: event.at)
            stateReason = reason
        case .acknowledged(let contact):
            platformContact = contact
            acknowledgedAt = event.at
        case .responded(let response):
            responses.append(response)
            take(response.listingAnswers, at: event.at)
            if response.type == .infoNeeded { platformQuestions += 1 }
            stateReason = response.type == .notConcerned ? response.text : ""
        case .answerAccepted(let verdict):
            verdicts.append(verdict)
            stateReason = ""
        case .answerRefused(let verdict):
            verdicts.append(verdict)
            continueMediation(at: event.at)
            stateReason = verdict.reason
        case .withdrawn(let reason), .restored(let reason): stateReason = reason
        case .reminded: break
        case .deadlineMissed(let kind):
            missed.append(kind)
            if state == .inMediation, kind != .mediatorFirstWord, kind != .mediationEnd {
                continueMediation(at: event.at)
            }
            if state == .erased { erasePersonalData() }
        case .flagged(let flag): flags.append(flag)
        case .disclosureRaised(let disclosure): self.disclosure = disclosure
        case .legalHoldSet(let reason): legalHold = reason
        case .legalHoldLifted: legalHold = ""
        case .erased: erasePersonalData()
        case .declaredInadmissible, .inadmissibilityContested, .readmitted, .merged, .split,
            .readdressed:
            recordRouting(event)
        case .informationRequested, .informationProvided, .messagePosted, .reopened,
            .remedyProved, .mediatorStatement:
            recordExchange(event)
        case .takenOver, .mediatorAssigned, .mediatorRecused, .mediationExtended,
            .confidentialNote, .agreementProposed, .agreementAccepted, .agreementDeclined,
            .mediationClosed:
            recordMediation(event)
        }
    }

    private mutating func take(_ draft: SharedDraft) {
        sharedDraft = draft
        addressee = draft.value.platformSlug
        disclosure = draft.value.disclosure ?? .identified
    }

    private mutating func recordRouting(_ event: CaseEvent) {
        switch event.kind {
        case .declaredInadmissible(let given):
            inadmissibility = given
            stateReason = given.text
        case .inadmissibilityContested(let writing):
            inadmissibility?.isContested = true
            add(.contest, writing, by: event)
        case .readmitted(let reason):
            inadmissibility = nil
            stateReason = reason
        case .merged(let target):
            mergedInto = target
            stateReason = target.reason
        case .split(let reason):
            mergedInto = nil
            stateReason = reason
        case .readdressed(let readdressing):
            readdressings.append(readdressing)
            addressee = readdressing.toPlatform
            // Nothing of the former platform's holds for the new one.
            transmittedAt = nil
            acknowledgedAt = nil
            platformContact = nil
            platformQuestions = 0
            stateReason = readdressing.reason
        default: break
        }
    }

    private mutating func recordExchange(_ event: CaseEvent) {
        switch event.kind {
        case .informationRequested(let writing):
            mediatorQuestions += 1
            add(.question, writing, by: event)
        case .informationProvided(let writing): add(.information, writing, by: event)
        case .messagePosted(let writing): add(.message, writing, by: event)
        case .reopened(let writing):
            reopenings += 1
            beginMediation(at: event.at)
            add(.reopening, writing, by: event)
        case .remedyProved(let writing): add(.remedyProof, writing, by: event)
        case .mediatorStatement(let writing):
            if mediation?.firstWordAt == nil { mediation?.firstWordAt = event.at }
            add(.statement, writing, by: event)
        default: break
        }
    }

    private mutating func recordMediation(_ event: CaseEvent) {
        switch event.kind {
        case .takenOver(let reason):
            beginMediation(at: event.at)
            mediation?.mediator = event.actor.slug
            stateReason = reason
        case .mediatorAssigned: mediation?.mediator = event.actor.slug
        case .mediatorRecused:
            guard let slug = event.actor.slug else { return }
            if mediation == nil { beginMediation(at: event.at) }
            mediation?.recused.append(slug)
            if mediation?.mediator == slug { mediation?.mediator = nil }
        case .mediationExtended: mediation?.isExtended = true
        case .confidentialNote(let note): mediation?.notes.append(note)
        case .agreementProposed(let text):
            mediation?.agreement = Agreement(text: text, proposedAt: event.at)
        case .agreementAccepted(let side): mediation?.agreement?.acceptedBy.insert(side)
        case .agreementDeclined(let side, _): mediation?.agreement?.declinedBy = side
        case .mediationClosed(let outcome):
            mediation?.outcome = outcome
            stateReason = outcome.reasons
        default: break
        }
    }

    private mutating func add(_ kind: Exchange.Kind, _ writing: Writing, by event: CaseEvent) {
        guard case .partner(let author) = event.actor else { return }
        exchanges.append(Exchange(kind: kind, author: author, writing: writing, at: event.at))
    }

    /// A mediation of its own: what a former one left, but for who is in conflict, is over.
    private mutating func beginMediation(at now: Instant) {
        mediation = Mediation(
            startedAt: now, recused: mediation?.recused ?? [], notes: mediation?.notes ?? [])
    }

    /// Back to the mediator who had it, on the clock that ran; or to a mediator at last.
    private mutating func continueMediation(at now: Instant) {
        if mediation == nil || mediation?.outcome != nil { beginMediation(at: now) }
    }
}
