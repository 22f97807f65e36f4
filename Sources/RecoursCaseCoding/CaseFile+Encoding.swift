// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases
package import RecoursMessages

extension RecoursMessages.Case {
    /// The case as its parties see it and as the store keeps it.
    package init(_ caseFile: CaseFile) {
        self.init(caseFile, draft: .init(caseFile.sharedDraft.value))
    }

    /// The same with its draft, or without one where that is written already.
    init(_ caseFile: CaseFile, draft: RecoursMessages.CaseDraft?) {
        self.init(
            id: caseFile.identifier.bytes,
            publicNumber: caseFile.publicNumber.description,
            version: caseFile.version,
            state: .init(caseFile.state),
            submitter: .init(caseFile.submitter),
            draft: draft,
            deadlines: caseFile.deadlines.map(RecoursMessages.Deadline.init),
            platformContact: caseFile.platformContact.map(RecoursMessages.Contact.init),
            responses: caseFile.responses.map(RecoursMessages.PlatformResponse.init),
            verdicts: caseFile.verdicts.map(RecoursMessages.Verdict.init),
            stateReason: caseFile.stateReason,
            createdAtMs: caseFile.createdAt.millisecondsSince1970,
            updatedAtMs: caseFile.updatedAt.millisecondsSince1970,
            transmittedAtMs: caseFile.transmittedAt?.millisecondsSince1970,
            platformID: caseFile.addressee,
            terms: caseFile.terms.map(RecoursMessages.CampaignTerms.init),
            pausedDeadlines: caseFile.paused?.deadlines.map(RecoursMessages.Deadline.init) ?? [],
            stateBeforeInformation: .init(caseFile.paused),
            stateBeforeWithdrawal: .init(caseFile.withdrawn),
            withdrawnDeadlines: caseFile.withdrawn?.deadlines
                .map(RecoursMessages.Deadline.init) ?? [],
            exchanges: caseFile.exchanges.map(RecoursMessages.Exchange.init),
            mediation: caseFile.mediation.map(RecoursMessages.Mediation.init),
            inadmissibility: caseFile.inadmissibility.map(RecoursMessages.Inadmissibility.init),
            mergedInto: caseFile.mergedInto.map(RecoursMessages.MergeTarget.init),
            flags: caseFile.flags.map(RecoursMessages.CaseFlag.init),
            missedDeadlines: caseFile.missed.map { .init(rawValue: $0.rawValue) },
            readdressings: caseFile.readdressings.map(RecoursMessages.Readdressing.init),
            reopenings: UInt32(clamping: caseFile.reopenings),
            platformQuestions: UInt32(clamping: caseFile.platformQuestions),
            mediatorQuestions: UInt32(clamping: caseFile.mediatorQuestions),
            legalHold: caseFile.legalHold,
            stateSinceMs: caseFile.stateSince.millisecondsSince1970,
            acknowledgedAtMs: caseFile.acknowledgedAt?.millisecondsSince1970,
            disclosure: .init(rawValue: caseFile.disclosure.rawValue))
    }
}

extension RecoursMessages.CaseState {
    package init(_ state: RecoursCases.CaseState) {
        self.init(rawValue: state.rawValue)
    }

    fileprivate init(_ paused: PausedClocks?) {
        self.init(rawValue: paused?.state.rawValue ?? 0)
    }
}

extension RecoursMessages.PartnerReference {
    package init(_ partner: RecoursCases.PartnerReference) {
        self.init(kind: partner.kind.name, slug: partner.slug)
    }

    /// The system itself acts under this name in events.
    package static let system = RecoursMessages.PartnerReference(kind: "system")

    package init(_ actor: Actor) {
        switch actor {
        case .partner(let partner): self.init(partner)
        case .system: self = .system
        }
    }
}

extension RecoursMessages.Deadline {
    init(_ deadline: RecoursCases.Deadline) {
        self.init(
            kind: .init(rawValue: deadline.kind.rawValue),
            dueAtMs: deadline.dueAt.millisecondsSince1970,
            party: .init(rawValue: deadline.party.rawValue),
            startedAtMs: deadline.startedAt.millisecondsSince1970,
            reminded: UInt32(deadline.reminded))
    }
}

extension RecoursMessages.Verdict {
    init(_ verdict: RecoursCases.Verdict) {
        self.init(
            accepted: verdict.accepted, reason: verdict.reason,
            givenAtMs: verdict.givenAt.millisecondsSince1970)
    }
}
