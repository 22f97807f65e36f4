// SPDX-License-Identifier: EUPL-1.2

/// Where a case goes; the server knows the platforms, the rules do not.
package enum Routing: Hashable, Sendable {
    /// The platform reads its inbox here.
    case platformInbox
    /// The platform has no account: a mediator approaches it (`design.md` §9).
    case platformWithoutAccount
    /// Something about the case wants a mediator's eye first: it waits, SUBMITTED.
    case held
}

/// What the server knows of a case that is filed, and the rules cannot.
package struct Filing: Hashable, Sendable {
    package var routing: Routing
    /// Of its campaign.
    package var terms: CampaignTerms?
    /// Cases of the same firm against the same platform, transmitted in the last 90 days.
    package var earlierCases: [PublicNumber]

    package init(
        routing: Routing, terms: CampaignTerms? = nil, earlierCases: [PublicNumber] = []
    ) {
        self.routing = routing
        self.terms = terms
        self.earlierCases = earlierCases
    }
}

/// What somebody wants done to a case. `expectedVersion` refuses if the case has moved on; nil:
/// whatever it is.
package enum CaseCommand: Hashable, Sendable {
    /// Files a case under an identifier and a number that the server made.
    indirect case submit(
        ValidDraft, identifier: CaseIdentifier, publicNumber: PublicNumber, filing: Filing)
    /// Keeps a draft, complete or not, under an identifier and a number that the server made.
    indirect case saveDraft(
        CaseDraft, identifier: CaseIdentifier, publicNumber: PublicNumber)
    /// Takes note, naming a human contact. Of a case acknowledged before it asks nothing new: the
    /// decision is empty.
    case acknowledge(Contact, expectedVersion: UInt64? = nil)
    indirect case respond(PlatformResponse, expectedVersion: UInt64? = nil)
    /// Accepts or refuses the answer of an ANSWERED case, or the proof of a promised remedy. A
    /// confirmation of the latter needs the version: a verdict sent twice must not confirm what
    /// nobody has seen done.
    case giveVerdict(accepted: Bool, reason: String, expectedVersion: UInt64? = nil)
    case withdraw(reason: String, expectedVersion: UInt64? = nil)
    /// `filing` is what the server knows, for the actions that address the case to a platform.
    indirect case act(CaseAction, expectedVersion: UInt64? = nil, filing: Filing? = nil)
    /// The clock's: whatever is due happens. Nothing is due: the decision is empty.
    case elapse
}

/// What a command brings about.
package struct Decision: Hashable, Sendable {
    /// To be stored together, in order; empty if all was done before.
    package let events: [CaseEvent]
    /// The case with these events applied.
    package let caseFile: CaseFile
}
