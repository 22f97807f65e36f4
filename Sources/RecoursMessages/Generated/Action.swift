// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/action_service.proto.

/// The message `recours.v1.Action`.
public struct Action: RecoursMessage {
    /// One of several, or none: `kind`.
    public var kind: Kind?

    /// A message of these values; what is left out is absent or has its default.
    public init(
        kind: Kind? = nil
    ) {
        self.kind = kind
    }

    /// The members of `kind`.
    public enum Kind: Sendable, Hashable {
        /// The complainant's side. DRAFT: replaces it.
        indirect case changeDraft(CaseDraft)
        /// DRAFT: files it.
        case file(FileDraft)
        /// WITHDRAWN, within 30 days: as it was before.
        case restore(Reason)
        /// RESOLVED, within 60 days, once, with a new fact: to mediation.
        case reopen(Writing)
        /// Answers a question, or adds to an open case.
        case addInformation(Writing)
        /// INADMISSIBLE, within 21 days.
        case contest(Writing)
        /// SUBMITTED after NOT_CONCERNED: to another platform; twice at most. Mediators: as often
        /// as need be.
        case readdress(Readdress)
        /// More than before; never less.
        case raiseDisclosure(Disclosure)
        /// Any party of an open case: to all parties.
        case postMessage(Writing)
        /// IN_MEDIATION: to the mediator alone, or from the mediator to one side.
        case note(ConfidentialNote)
        /// IN_MEDIATION: to what the mediator proposed.
        case answerAgreement(AnswerAgreement)
        /// The platform: that a promised remedy was carried out.
        case proveRemedy(Writing)
        /// The mediator. A reason is required unless said otherwise. SUBMITTED: on to the platform;
        /// reason optional.
        case transmit(Reason)
        /// Field 14, `declare_inadmissible`.
        case declareInadmissible(Inadmissibility)
        /// INADMISSIBLE, contested: SUBMITTED again.
        case readmit(Reason)
        /// case_id or public_number, and reason.
        case merge(MergeTarget)
        /// DUPLICATE: a case of its own again.
        case split(Reason)
        /// Any case that was transmitted, also closed ones; IN_MEDIATION: becomes the mediator in
        /// charge.
        case takeOver(Reason)
        /// Field 19, `request_information`.
        case requestInformation(Writing)
        /// To all parties; the first ends the clock of the mediator's first word.
        case makeStatement(Writing)
        /// From 90 to 180 days, once.
        case extendMediation(Reason)
        /// 1 to 10,000 characters.
        case proposeAgreement(Writing)
        /// Field 23, `close_mediation`.
        case closeMediation(MediationOutcome)
        /// Conflict of interest: the case is another mediator's from now on.
        case recuse(Reason)
        /// Field 25, `set_legal_hold`.
        case setLegalHold(Reason)
        /// Field 26, `lift_legal_hold`.
        case liftLegalHold(Reason)
        /// A closed case: personal data is destroyed, figures and proofs stay.
        case erase(Reason)
    }

    /// `recours.v1.Action`.
    public static var protoName: String { "recours.v1.Action" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
