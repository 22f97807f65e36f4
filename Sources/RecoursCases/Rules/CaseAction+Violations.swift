// SPDX-License-Identifier: EUPL-1.2

extension CaseAction {
    /// What is wrong with the action's own fields, and with what the case still has room for; all
    /// of it, at most 50.
    func violations(of caseFile: CaseFile) -> [Violation] {
        var found = Violations(startingWith: [])
        checkFields(&found, of: caseFile)
        if let writing {
            let path = writingPath
            found.check(
                TextRule.breach(writing.text, within: CaseLimits.writing),
                at: { path + ".text" })
            found.checkEvidence(writing.evidenceIdentifiers, at: { path + ".evidence_ids" })
            let said = caseFile.exchanges.count + (caseFile.mediation?.notes.count ?? 0)
            if said >= CaseLimits.exchanges {
                found.add(.tooMany, limit: CaseLimits.exchanges, actual: said, at: { path })
            }
        }
        if let reason {
            found.check(
                TextRule.breach(
                    reason.text, required: reason.isRequired, atMost: CaseLimits.reason),
                at: { "reason" })
        }
        return found.found
    }

    /// The text of the actions that have one, with its files.
    package var writing: Writing? {
        switch self {
        case .reopen(let writing), .addInformation(let writing), .contest(let writing),
            .postMessage(let writing), .proveRemedy(let writing),
            .requestInformation(let writing), .makeStatement(let writing):
            writing
        case .note(let note): note.writing
        default: nil
        }
    }

    var writingPath: String {
        if case .note = self { return "note.writing" }
        return "writing"
    }

    private var reason: (text: String, isRequired: Bool)? {
        switch self {
        case .restore(let text), .transmit(let text): (text, false)
        case .readdress(_, let text), .answerAgreement(true, let text): (text, false)
        case .readmit(let text), .split(let text), .takeOver(let text),
            .extendMediation(let text), .recuse(let text), .setLegalHold(let text),
            .liftLegalHold(let text), .erase(let text), .answerAgreement(false, let text):
            (text, true)
        default: nil
        }
    }

    private func checkFields(_ found: inout Violations, of caseFile: CaseFile) {
        switch self {
        case .readdress(let platform, _):
            found.checkCode(
                platform, SlugRule.breach, required: true, at: { "platform_id" })
            if platform == caseFile.addressee {
                found.add(.duplicate, at: { "platform_id" })
            }
        case .raiseDisclosure(let disclosure):
            if disclosure.rawValue >= caseFile.disclosure.rawValue {
                found.add(.disclosureLowered, at: { "disclosure" })
            }
        case .declareInadmissible(let given):
            if given.reason == nil { found.add(.required, at: { "reason" }) }
            found.check(TextRule.breach(given.text, atMost: CaseLimits.reason), at: { "text" })
        case .merge(let target):
            if target.identifier == caseFile.identifier {
                found.add(.duplicate, at: { "case_id" })
            }
            found.check(
                TextRule.breach(target.reason, atMost: CaseLimits.reason), at: { "reason" })
        case .proposeAgreement(let text):
            found.check(TextRule.breach(text, within: CaseLimits.writing), at: { "text" })
        case .closeMediation(let outcome): found.checkOutcome(outcome)
        default: break
        }
    }
}

extension Violations {
    mutating func checkEvidence(_ identifiers: [[UInt8]], at path: () -> String) {
        checkCount(identifiers.count, within: 0...CaseLimits.evidenceFiles, at: path)
        for (place, identifier) in identifiers.prefix(CaseLimits.evidenceFiles).enumerated() {
            let element = { path() + "[\(place)]" }
            if identifier.count != 16 {
                add(.identifierForm, limit: 16, actual: identifier.count, at: element)
            } else if identifiers[..<place].contains(identifier) {
                add(.duplicate, at: element)
            }
        }
    }

    fileprivate mutating func checkOutcome(_ outcome: MediationOutcome) {
        if outcome.result == nil { add(.required, at: { "result" }) }
        check(TextRule.breach(outcome.reasons, within: CaseLimits.writing), at: { "reasons" })
        // Who leaves without an agreement must be told where to go.
        let least = outcome.result == .noAgreement ? CaseLimits.nextSteps.lowerBound : 0
        checkCount(
            outcome.nextSteps.count, within: least...CaseLimits.nextSteps.upperBound,
            at: { "next_steps" })
        for (place, step) in outcome.nextSteps.prefix(CaseLimits.nextSteps.upperBound)
            .enumerated()
        {
            check(
                TextRule.breach(step, atMost: CaseLimits.nextStep),
                at: { "next_steps[\(place)]" })
        }
    }
}
