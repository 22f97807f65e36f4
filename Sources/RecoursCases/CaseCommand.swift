// SPDX-License-Identifier: EUPL-1.2

/// Where a new case goes; the server knows the platforms, the rules do not.
package enum Routing: Hashable, Sendable {
    /// The platform reads its inbox here.
    case platformInbox
    /// The platform has no account: a mediator approaches it (`design.md` §9).
    case platformWithoutAccount
    /// Something about the case wants a mediator's eye first: it waits, SUBMITTED.
    case held
}

/// What somebody wants done to a case. `expectedVersion` refuses if the case has moved on; nil:
/// whatever it is.
package enum CaseCommand: Hashable, Sendable {
    /// Files a case under an identifier and a number that the server made.
    indirect case submit(
        ValidDraft, identifier: CaseIdentifier, publicNumber: PublicNumber, routing: Routing)
    /// Sends on a case that was held; by the system or a mediator.
    case transmit(expectedVersion: UInt64? = nil)
    /// Takes note, naming a human contact. Of a case acknowledged before it asks nothing new: the
    /// decision is empty.
    case acknowledge(Contact, expectedVersion: UInt64? = nil)
    indirect case respond(PlatformResponse, expectedVersion: UInt64? = nil)
    /// Accepts or refuses the answer of an ANSWERED case, or confirms a promised remedy. The latter
    /// needs the version: a verdict sent twice must not confirm what nobody has seen done.
    case giveVerdict(accepted: Bool, reason: String, expectedVersion: UInt64? = nil)
    case withdraw(reason: String, expectedVersion: UInt64? = nil)
}

/// What a command brings about.
package struct Decision: Hashable, Sendable {
    /// To be stored together, in order; empty if all was done before.
    package let events: [CaseEvent]
    /// The case with these events applied.
    package let caseFile: CaseFile
}
