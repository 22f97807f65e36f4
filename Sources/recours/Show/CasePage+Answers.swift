// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

// What the platform answered, with its statement of reasons and what was computed of it.
extension CasePage {
    func answerLines(_ answer: PlatformResponse) -> [String] {
        let given = language.date(milliseconds: answer.givenAtMs)
        let title = "\(given)  \(Labels.answers.name(of: answer.type))  (\(answer.platformID))"
        var lines = ["  " + ink.paint(SafeText.line(title), .bold)]
        lines += Paragraph.lines(answer.text, indent: 4, width: width)
        lines += labelled(
            .remedies, answer.remedies.map(ValueText.remedy).joined(separator: ", "), indent: 4)
        lines += labelled(.dueOn, language.date(iso: answer.dueOn), indent: 4)
        lines += labelled(.proof, answer.proof, indent: 4)
        lines += labelled(.duplicateOf, answer.duplicateOf, indent: 4)
        lines += labelled(.reason, notConcernedText(answer), indent: 4)
        lines += labelled(.listings, listingAnswersText(answer), indent: 4)
        if let reasons = answer.statementOfReasons { lines += statementLines(reasons) }
        return lines
    }

    private func notConcernedText(_ answer: PlatformResponse) -> String {
        guard answer.type == .notConcerned else { return "" }
        let reason = Labels.notConcernedReasons.name(of: answer.notConcernedReason)
        guard !answer.suggestedPlatformID.isEmpty else { return reason }
        return "\(reason), \(Heading.suggested.text) \(answer.suggestedPlatformID)"
    }

    private func listingAnswersText(_ answer: PlatformResponse) -> String {
        var counts: [ListingAnswerKind: Int] = [:]
        for one in answer.listingAnswers { counts[one.kind, default: 0] += 1 }
        return counts.sorted { $0.key.rawValue < $1.key.rawValue }
            .map { "\($0.value) \(Labels.listingAnswers.name(of: $0.key))" }
            .joined(separator: ", ")
    }

    /// Regulation (EU) 2019/1150, article 4; DSA article 17.
    private func statementLines(_ reasons: StatementOfReasons) -> [String] {
        var decisions: [String] = []
        if reasons.visibility != .unspecified {
            decisions.append(Labels.visibilityDecisions.name(of: reasons.visibility))
        }
        if reasons.monetary != .unspecified {
            decisions.append(Labels.monetaryDecisions.name(of: reasons.monetary))
        }
        if reasons.provision != .unspecified {
            decisions.append(Labels.provisionDecisions.name(of: reasons.provision))
        }
        if reasons.account != .unspecified {
            decisions.append(Labels.accountDecisions.name(of: reasons.account))
        }
        if !reasons.decidedOn.isEmpty {
            decisions.append(
                CaseSentence.decided(
                    on: language.date(iso: reasons.decidedOn),
                    effective: language.date(iso: reasons.effectiveOn)
                ).text)
        }
        if reasons.automatedDecision != .unspecified {
            decisions.append(
                CaseSentence.automated(
                    detection: reasons.automatedDetection, reasons.automatedDecision
                ).text)
        }
        var ground = [reasons.legalOrTermsRef, reasons.clauseURL]
        if reasons.ground != .unspecified {
            ground.insert(Labels.grounds.name(of: reasons.ground), at: 0)
        }
        var lines = labelled(.decision, decisions.joined(separator: ", "), indent: 4)
        lines += noticeLines(reasons)
        lines += labelled(
            .ground, ground.filter { !$0.isEmpty }.joined(separator: ", "), indent: 4)
        lines += labelled(.factsStated, reasons.facts, indent: 4)
        lines += labelled(.explanation, reasons.explanation, indent: 4)
        if let redress = reasons.redress {
            let ways = [redress.internalComplaint] + redress.mediators + [redress.outOfCourtBody]
            lines += labelled(
                .redress, ways.filter { !$0.isEmpty }.joined(separator: " ; "), indent: 4)
        }
        return lines
    }

    /// A termination of the account or the service takes 30 days of notice: Regulation (EU)
    /// 2019/1150, article 4(2).
    private func noticeLines(_ reasons: StatementOfReasons) -> [String] {
        guard let days = reasons.noticeDays else { return [] }
        let ends =
            reasons.account == .terminated || reasons.provision == .totalTermination
        guard ends else { return [] }
        let text = CaseSentence.notice(days: Int(days), least: 30).text
        return Paragraph.lines(text, indent: 17, width: width)
            .map { ink.paint($0, days < 30 ? .red : .green) }
    }
}
