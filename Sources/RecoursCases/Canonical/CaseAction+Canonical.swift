// SPDX-License-Identifier: EUPL-1.2

extension CaseAction {
    /// Writes the action as one field whose number is the protocol's in `Action`.
    func write(to out: inout CanonicalBytes) {
        switch self {
        case .changeDraft(let draft): out.write(1, draft) { $0.write(to: &$1) }
        case .file: out.write(2, true)
        case .restore(let reason): out.write(3, Writing(reason)) { $0.write(to: &$1) }
        case .reopen(let writing): out.write(4, writing) { $0.write(to: &$1) }
        case .addInformation(let writing): out.write(5, writing) { $0.write(to: &$1) }
        case .contest(let writing): out.write(6, writing) { $0.write(to: &$1) }
        case .readdress(let platform, let reason):
            out.write(7, reason) { reason, out in
                out.write(1, platform)
                out.write(2, reason)
            }
        case .raiseDisclosure(let disclosure): out.write(8, disclosure)
        case .postMessage(let writing): out.write(9, writing) { $0.write(to: &$1) }
        case .note(let note):
            out.write(10, note) { note, out in
                out.write(1, note.side)
                out.write(2, note.writing) { $0.write(to: &$1) }
            }
        case .answerAgreement(let accepted, let reason):
            out.write(11, reason) { reason, out in
                out.write(1, accepted)
                out.write(2, reason)
            }
        case .proveRemedy(let writing): out.write(12, writing) { $0.write(to: &$1) }
        default: writeMediators(to: &out)
        }
    }

    private func writeMediators(to out: inout CanonicalBytes) {
        switch self {
        case .transmit(let reason): out.write(13, Writing(reason)) { $0.write(to: &$1) }
        case .declareInadmissible(let given):
            out.write(14, given) { given, out in
                out.write(1, given.reason)
                out.write(2, given.text)
            }
        case .readmit(let reason): out.write(15, Writing(reason)) { $0.write(to: &$1) }
        case .merge(let target):
            out.write(16, target) { target, out in
                out.write(1, target.identifier.bytes)
                out.write(3, target.reason)
            }
        case .split(let reason): out.write(17, Writing(reason)) { $0.write(to: &$1) }
        case .takeOver(let reason): out.write(18, Writing(reason)) { $0.write(to: &$1) }
        case .requestInformation(let writing): out.write(19, writing) { $0.write(to: &$1) }
        case .makeStatement(let writing): out.write(20, writing) { $0.write(to: &$1) }
        case .extendMediation(let reason): out.write(21, Writing(reason)) { $0.write(to: &$1) }
        case .proposeAgreement(let text): out.write(22, Writing(text)) { $0.write(to: &$1) }
        case .closeMediation(let outcome):
            out.write(23, outcome) { outcome, out in
                out.write(1, outcome.result)
                out.write(2, outcome.reasons)
                out.write(3, outcome.nextSteps)
            }
        case .recuse(let reason): out.write(24, Writing(reason)) { $0.write(to: &$1) }
        case .setLegalHold(let reason): out.write(25, Writing(reason)) { $0.write(to: &$1) }
        case .liftLegalHold(let reason): out.write(26, Writing(reason)) { $0.write(to: &$1) }
        case .erase(let reason): out.write(27, Writing(reason)) { $0.write(to: &$1) }
        default: break
        }
    }
}

extension Writing {
    func write(to out: inout CanonicalBytes) {
        out.write(1, text)
        for identifier in evidenceIdentifiers { out.write(2, identifier) }
    }
}
