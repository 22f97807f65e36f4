// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases
package import RecoursMessages

extension RecoursMessages.Commitment {
    package init(_ commitment: RecoursCases.Commitment) {
        self.init(
            id: commitment.identifier, platformID: commitment.platformSlug,
            text: commitment.text, dueOn: commitment.dueOn.description,
            state: .init(rawValue: commitment.state.rawValue),
            history: commitment.history.map(RecoursMessages.CommitmentChange.init))
        switch commitment.scope {
        case .caseFile(let identifier, let number):
            scope = .case
            caseID = identifier.bytes
            publicNumber = number.description
        case .campaign(let identifier):
            scope = .campaign
            campaignID = identifier.bytes
        case .category(let category):
            scope = .category
            self.category = .init(rawValue: category.rawValue)
        case .claim(let claim, let listing):
            scope = .claim
            claimID = claim.bytes
            listingID = listing.bytes
        }
    }
}

extension RecoursMessages.CommitmentChange {
    init(_ change: RecoursCases.CommitmentChange) {
        self.init(
            atMs: change.at.millisecondsSince1970, actor: .init(change.actor),
            state: .init(rawValue: change.state.rawValue), reason: change.reason)
    }
}
