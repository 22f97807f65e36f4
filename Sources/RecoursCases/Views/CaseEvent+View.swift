// SPDX-License-Identifier: EUPL-1.2

extension CaseEvent {
    /// The event as the viewer may see it, `caseFile` being the case as it is now; nil if it is
    /// hidden, or the whole case is.
    package func view(for viewer: Viewer, of caseFile: CaseFile) -> CaseEvent? {
        guard isVisible(to: viewer, of: caseFile) else { return nil }
        let cover = caseFile.cover(for: viewer)
        guard let kind = kind.covered(cover, for: viewer, by: actor) else { return nil }
        let actor: Actor
        switch self.actor {
        case .partner(let partner): actor = .partner(partner.covered(cover))
        case .system: actor = .system
        }
        return CaseEvent(
            sequence: sequence, at: at, actor: actor, kind: kind, stateBefore: stateBefore,
            stateAfter: stateAfter)
    }

    private func isVisible(to viewer: Viewer, of caseFile: CaseFile) -> Bool {
        switch viewer {
        case .complainant: isVisibleToSide(.complainant, of: caseFile)
        case .platform(let slug):
            caseFile.addressee == slug && caseFile.transmittedAt != nil
                && isSince(caseFile.addressedSince, by: slug)
                && isForPlatform && isVisibleToSide(.platform, of: caseFile)
        case .mediator(let slug, _): isVisibleToMediator(slug, of: caseFile)
        }
    }

    /// Whether it is of the time of the platform now addressed, or its own word in an earlier one.
    private func isSince(_ since: Instant?, by slug: String) -> Bool {
        if at.isAfter(since) { return true }
        if actor == .partner(PartnerReference(kind: .platform, slug: slug)) { return true }
        switch kind {
        case .submitted: return true
        // In the same instant as the re-addressing: it is this platform's transmission.
        case .transmitted: return at == since
        default: return false
        }
    }

    /// Whether a platform may ever know of such an event.
    private var isForPlatform: Bool {
        switch kind {
        case .draftSaved, .routedOutOfScope, .declaredInadmissible, .inadmissibilityContested,
            .readmitted, .readdressed, .flagged:
            false
        case .reminded(let clock, _): clock.isForPlatform
        case .deadlineMissed(let clock): !clock.isForMediator
        default: true
        }
    }

    private func isVisibleToSide(_ side: PartySide, of caseFile: CaseFile) -> Bool {
        switch kind {
        case .mediatorRecused, .legalHoldSet, .legalHoldLifted: return false
        case .confidentialNote(let note): return note.side == side
        case .agreementAccepted(let by):
            return by == side || caseFile.hasReachedAgreement(acceptedAt: at)
        case .agreementDeclined(let by, _): return by == side
        default: return true
        }
    }

    private func isVisibleToMediator(_ slug: String, of caseFile: CaseFile) -> Bool {
        switch kind {
        // What was written before it was filed is the complainant's alone.
        case .draftSaved: return false
        case .confidentialNote, .agreementDeclined: return !caseFile.isRecused(slug)
        case .agreementProposed, .agreementAccepted:
            return !caseFile.isRecused(slug) || caseFile.hasReachedAgreement(acceptedAt: at)
        default: return caseFile.state != .draft
        }
    }
}

extension CaseFile {
    /// Whether an acceptance, or proposal, of that instant belongs to an agreement that both sides
    /// have accepted.
    fileprivate func hasReachedAgreement(acceptedAt at: Instant) -> Bool {
        guard let agreement = mediation?.agreement, agreement.isReached else { return false }
        return agreement.proposedAt <= at
    }
}

extension CaseEvent.Kind {
    /// What the event brought, with the complainant hidden so far.
    fileprivate func covered(
        _ cover: IdentityCover, for viewer: Viewer, by actor: Actor
    ) -> CaseEvent.Kind? {
        if case .erased = self, viewer.side == .platform {
            // Whoever asked for it may be named in the reason.
            return .erased(reason: "")
        }
        if case .submitted(let draft, var terms) = self {
            var seen = draft.value.covered(cover)
            // As filed, it may name the platform that was addressed before.
            if case .platform(let slug) = viewer { seen.platformSlug = slug }
            if cover == .pseudonym { terms?.campaign = [] }
            return .submitted(SharedDraft(seen), terms: terms)
        }
        guard cover != .none else { return self }
        switch self {
        case .draftSaved: return nil
        case .inadmissibilityContested(let writing):
            return .inadmissibilityContested(writing.covered(cover, by: actor.kind))
        case .informationProvided(let writing):
            return .informationProvided(writing.covered(cover, by: actor.kind))
        case .messagePosted(let writing):
            return .messagePosted(writing.covered(cover, by: actor.kind))
        case .reopened(let writing): return .reopened(writing.covered(cover, by: actor.kind))
        default: return self
        }
    }
}
