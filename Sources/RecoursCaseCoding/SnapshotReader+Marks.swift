// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursMessages

// What marks a case besides its state. A case of an older version lacks what came later; what it
// then means stands beside each field.
extension SnapshotReader {
    mutating func terms(
        _ message: RecoursMessages.CampaignTerms
    ) -> RecoursCases.CampaignTerms {
        RecoursCases.CampaignTerms(
            campaign: message.campaignID,
            resolveBy: reader.date(message.resolveBy) { "terms.resolve_by" },
            acknowledgeDays: message.acknowledgeDays.map(Int.init),
            answerDays: message.answerDays.map(Int.init),
            finalAnswerDays: message.finalAnswerDays.map(Int.init))
    }

    func deadlines(
        _ messages: [RecoursMessages.Deadline], of caseFile: RecoursMessages.Case
    ) throws(SnapshotError) -> [RecoursCases.Deadline] {
        var deadlines: [RecoursCases.Deadline] = []
        for message in messages {
            guard let kind = RecoursCases.DeadlineKind(rawValue: message.kind.rawValue),
                let party = RecoursCases.PartyKind(rawValue: message.party.rawValue)
            else { throw SnapshotError("a deadline of no known kind") }
            // Clocks once did not say when they began: then it was at the last change.
            let start = message.startedAtMs == 0 ? caseFile.updatedAtMs : message.startedAtMs
            deadlines.append(
                RecoursCases.Deadline(
                    kind: kind, startedAt: Instant(millisecondsSince1970: start),
                    dueAt: Instant(millisecondsSince1970: message.dueAtMs), party: party,
                    reminded: UInt8(truncatingIfNeeded: message.reminded)))
        }
        return deadlines
    }

    func paused(
        _ state: RecoursMessages.CaseState, _ clocks: [RecoursMessages.Deadline],
        of caseFile: RecoursMessages.Case
    ) throws(SnapshotError) -> PausedClocks? {
        guard state != .unspecified else { return nil }
        guard let state = RecoursCases.CaseState(rawValue: state.rawValue) else {
            throw SnapshotError("clocks that stand still in no known state")
        }
        return PausedClocks(state: state, deadlines: try deadlines(clocks, of: caseFile))
    }

    func exchanges(
        _ messages: [RecoursMessages.Exchange]
    ) throws(SnapshotError) -> [RecoursCases.Exchange] {
        var exchanges: [RecoursCases.Exchange] = []
        for message in messages {
            guard let kind = RecoursCases.Exchange.Kind(rawValue: message.kind.rawValue),
                let author = RecoursCases.PartnerKind(name: message.authorKind)
            else { throw SnapshotError("an exchange of no known kind") }
            exchanges.append(
                RecoursCases.Exchange(
                    kind: kind,
                    author: RecoursCases.PartnerReference(
                        kind: author, slug: message.authorSlug),
                    writing: reader.writing(message.writing ?? RecoursMessages.Writing()),
                    at: Instant(millisecondsSince1970: message.atMs)))
        }
        return exchanges
    }

    mutating func mediation(_ message: RecoursMessages.Mediation) -> RecoursCases.Mediation {
        RecoursCases.Mediation(
            startedAt: Instant(millisecondsSince1970: message.startedAtMs),
            mediator: message.mediator.isEmpty ? nil : message.mediator,
            recused: message.recused, firstWordAt: reader.instant(message.firstWordAtMs),
            isExtended: message.extended, daysPaused: Int(message.daysPaused),
            notes: message.notes.compactMap { reader.note($0) },
            agreement: message.agreement.map { agreement($0) },
            outcome: message.outcome.map { reader.outcome($0) })
    }

    private func agreement(_ message: RecoursMessages.Agreement) -> RecoursCases.Agreement {
        var acceptedBy: Set<RecoursCases.PartySide> = []
        if message.acceptedByComplainant { acceptedBy.insert(.complainant) }
        if message.acceptedByPlatform { acceptedBy.insert(.platform) }
        return RecoursCases.Agreement(
            text: message.text,
            proposedAt: Instant(millisecondsSince1970: message.proposedAtMs),
            acceptedBy: acceptedBy, declinedBy: .init(rawValue: message.declinedBy.rawValue))
    }

    func mergeTarget(
        _ message: RecoursMessages.MergeTarget
    ) throws(SnapshotError) -> RecoursCases.MergeTarget {
        guard let identifier = CaseIdentifier(bytes: message.caseID),
            let number = PublicNumber(text: message.publicNumber)
        else { throw SnapshotError("a case merged into none") }
        return RecoursCases.MergeTarget(
            identifier: identifier, publicNumber: number, reason: message.reason)
    }

    func readdressing(
        _ message: RecoursMessages.Readdressing
    ) -> RecoursCases.Readdressing {
        RecoursCases.Readdressing(
            fromPlatform: message.fromPlatformID, toPlatform: message.toPlatformID,
            reason: message.reason, at: Instant(millisecondsSince1970: message.atMs))
    }

    func flag(_ message: RecoursMessages.CaseFlag) throws(SnapshotError) -> RecoursCases.CaseFlag {
        guard let kind = RecoursCases.CaseFlag.Kind(rawValue: message.kind.rawValue) else {
            throw SnapshotError("a flag of no known kind")
        }
        return RecoursCases.CaseFlag(
            kind: kind, linkedCases: message.linkedCases.compactMap(PublicNumber.init(text:)))
    }
}
