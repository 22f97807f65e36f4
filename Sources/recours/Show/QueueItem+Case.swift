// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

extension QueueItem {
    /// As much of the case as the queue tells, for what shows cases.
    var caseFile: Case {
        let isBegun = !mediator.isEmpty
        let (kind, party): (DeadlineKind, PartyKind) =
            switch reason {
            case .held, .contested: (.route, .mediator)
            case .mediation: (isBegun ? .mediationEnd : .mediatorFirstWord, .mediator)
            case .unacknowledged, .unspecified, .unrecognized: (.answer, .platform)
            }
        return Case(
            id: caseID, publicNumber: publicNumber, version: version, state: state,
            draft: CaseDraft(
                platformID: like?.platformID ?? "", category: like?.category ?? .unspecified,
                title: title, urgency: urgency),
            deadlines: dueAtMs.map { [Deadline(kind: kind, dueAtMs: $0, party: party)] } ?? [],
            createdAtMs: createdAtMs, platformID: like?.platformID ?? "",
            mediation: isBegun ? Mediation(mediator: mediator) : nil)
    }
}
