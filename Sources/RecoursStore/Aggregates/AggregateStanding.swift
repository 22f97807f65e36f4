// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases

/// How a case counts in a group; nil for one that is in none.
struct AggregateStanding: Hashable {
    let firm: AggregateFirm
    /// It waits for the group to be large enough.
    let isHeld: Bool

    /// A case counts while it is open or once it was shown; one that was withdrawn before that, or
    /// turned away, hides nobody.
    init?(of caseFile: CaseFile) {
        let draft = caseFile.sharedDraft
        guard draft.value.disclosure == .aggregate, let category = draft.value.category else {
            return nil
        }
        switch caseFile.state {
        case .draft, .erased: return nil
        case .withdrawn, .inadmissible, .duplicate, .noAgreement, .resolved:
            guard caseFile.transmittedAt != nil else { return nil }
        case .submitted, .transmitted, .acknowledged, .inProgress, .infoRequested, .answered,
            .remedyPending, .inMediation:
            break
        }
        let group = AggregateGroup(platform: caseFile.addressee, category: category)
        let siren = UInt32(draft.value.complainant.effectiveSiren) ?? 0
        firm = AggregateFirm(group: group, siren: siren)
        isHeld =
            caseFile.state == .submitted && caseFile.disclosure == .aggregate
            && caseFile.transmittedAt == nil
    }
}
