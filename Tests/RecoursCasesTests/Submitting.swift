// SPDX-License-Identifier: EUPL-1.2

import CaseHistories
import RecoursCases
import Testing

/// Makes cases as the server does.
enum Submitting {
    static let identifier = CaseIdentifier(
        at: Samples.now, randomHigh: 1, randomLow: 2)

    static func number() throws -> PublicNumber {
        try #require(PublicNumber(1_234_567_890))
    }

    static func command(
        _ draft: CaseDraft = Samples.draft(), routing: Routing = .platformInbox
    ) throws -> CaseCommand {
        .submit(
            try ValidDraft(draft, today: Samples.today), identifier: identifier,
            publicNumber: try number(), filing: Filing(routing: routing))
    }

    static func decision(
        _ draft: CaseDraft = Samples.draft(), routing: Routing = .platformInbox,
        by submitter: PartnerReference = Samples.association, at instant: Instant = Samples.now
    ) throws -> Decision {
        try CaseRules.decide(
            try command(draft, routing: routing), on: nil, by: .partner(submitter), at: instant)
    }

    static func caseFile(
        _ draft: CaseDraft = Samples.draft(), routing: Routing = .platformInbox,
        at instant: Instant = Samples.now
    ) throws -> CaseFile {
        try decision(draft, routing: routing, at: instant).caseFile
    }
}

extension CaseFile {
    /// The case after a command that must succeed.
    func after(
        _ command: CaseCommand, by partner: PartnerReference, at instant: Instant = Samples.now
    ) throws -> CaseFile {
        try CaseRules.decide(command, on: self, by: .partner(partner), at: instant).caseFile
    }

    /// Why a command is refused; nil if it isn't.
    func refusal(
        of command: CaseCommand, by actor: Actor, at instant: Instant = Samples.now
    ) -> Refusal.Code? {
        do throws(Refusal) {
            _ = try CaseRules.decide(command, on: self, by: actor, at: instant)
            return nil
        } catch {
            return error.code
        }
    }
}
