// SPDX-License-Identifier: EUPL-1.2

internal import RecoursMessages

// What this viewer may see of the mediation; the server has left out the rest.
extension CasePage {
    func mediationLines() -> [String] {
        guard let mediation = message.mediation else { return [] }
        var lines: [String] = []
        if !mediation.mediator.isEmpty {
            lines.append("  " + SafeText.line(CaseSentence.mediatedBy(mediation.mediator).text))
        }
        if !mediation.recused.isEmpty {
            let slugs = mediation.recused.joined(separator: ", ")
            lines.append("  " + SafeText.line(CaseSentence.recused(slugs).text))
        }
        if !mediation.notes.isEmpty {
            lines.append("  " + ink.paint(Heading.notes.text, .dim))
            lines += mediation.notes.flatMap(noteLines)
        }
        if let agreement = mediation.agreement { lines += agreementLines(agreement) }
        return lines
    }

    private func noteLines(_ note: ConfidentialNote) -> [String] {
        let between = CaseSentence.noteBetween(note.side, isByMediator: note.byMediator).text
        let head = "\(language.instant(note.atMs))  \(between)"
        return Paragraph.lines(head, indent: 4, width: width)
            + Paragraph.lines(note.writing?.text ?? "", indent: 6, width: width)
    }

    private func agreementLines(_ agreement: Agreement) -> [String] {
        let isReached = agreement.acceptedByComplainant && agreement.acceptedByPlatform
        let title: Heading = isReached ? .agreed : .agreement
        let day = language.date(milliseconds: agreement.proposedAtMs)
        var lines = ["  " + ink.paint("\(title.text)  (\(day))", isReached ? .green : .bold)]
        lines += Paragraph.lines(agreement.text, indent: 4, width: width)
        guard !isReached else { return lines }
        if agreement.declinedBy != .unspecified {
            lines.append("    " + CaseSentence.declined(by: agreement.declinedBy).text)
            return lines
        }
        let warning = CaseSentence.agreementConfidential.text
        lines += Paragraph.lines(warning, indent: 4, width: width).map { ink.paint($0, .dim) }
        // A side knows only of its own answer until both have accepted.
        if viewer.role != .platform, !agreement.acceptedByComplainant {
            lines.append("    " + CaseSentence.waitsFor(.complainant).text)
        }
        if viewer.role != .complainant, !agreement.acceptedByPlatform {
            lines.append("    " + CaseSentence.waitsFor(.platform).text)
        }
        return lines
    }

    func outcomeLines() -> [String] {
        var lines: [String] = []
        if let outcome = message.mediation?.outcome {
            lines.append("  " + CaseSentence.outcome(outcome.result).text)
            lines += Paragraph.lines(outcome.reasons, indent: 4, width: width)
            if !outcome.nextSteps.isEmpty { lines.append("  " + Heading.nextSteps.text) }
            for step in outcome.nextSteps {
                lines += Paragraph.labelled(
                    "–", step, indent: 4, labelWidth: 2, width: width)
            }
        }
        if let given = message.inadmissibility, message.state == .inadmissible {
            lines.append("  " + Labels.inadmissibilities.name(of: given.reason))
            lines += Paragraph.lines(given.text, indent: 4, width: width)
        }
        if let target = message.mergedInto, message.state == .duplicate {
            lines.append(
                "  " + SafeText.line(CaseSentence.mergedInto(target.publicNumber).text))
            lines += Paragraph.lines(target.reason, indent: 4, width: width)
        }
        return lines
    }
}
