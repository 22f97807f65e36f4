// SPDX-License-Identifier: EUPL-1.2

import RecoursCases

/// Which refusals are right.
enum RefusalLaws {
    static func broken(
        _ refusal: Refusal, of command: CaseCommand, by actor: Actor, _ before: CaseFile,
        _ laws: StepLaws
    ) -> String? {
        let sees = laws.sees(actor, before)
        switch refusal.code {
        case .notFound: return sees ? "\(actor) was told \(before.state) is not there" : nil
        case _ where !sees: return "\(actor) learnt of a case of others: \(refusal.code)"
        case .notAllowed: return nil
        case .stateConflict(let state, let version):
            guard state == before.state, version == before.version else {
                return "a conflict names \(state) at \(version)"
            }
            return nil
        case .invalid(let violations):
            return violations.isEmpty ? "refused without a violation" : nil
        case .anotherMediator:
            let isOthers = before.mediation?.mediator != nil && !isInCharge(actor, before)
            return isOthers ? nil : "another mediator was said to be in charge"
        case .recused:
            guard case .partner(let partner) = actor,
                before.mediation?.recused.contains(partner.slug) == true
            else { return "\(actor) was said to be recused" }
            return nil
        case .brokenHistory(let sequence): return "a command broke the history at \(sequence)"
        }
    }

    private static func isInCharge(_ actor: Actor, _ caseFile: CaseFile) -> Bool {
        guard case .partner(let partner) = actor else { return false }
        return caseFile.mediation?.mediator == partner.slug
    }
}
