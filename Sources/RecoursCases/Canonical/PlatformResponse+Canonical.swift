// SPDX-License-Identifier: EUPL-1.2

extension PlatformResponse {
    /// Writes what a platform sends; when it was given is the server's and left out.
    func write(to out: inout CanonicalBytes) {
        out.write(1, identifier)
        out.write(2, type)
        for remedy in remedies {
            out.write(3, remedy) { remedy, out in
                out.write(1, remedy.kind)
                out.write(2, remedy.amount) { $0.write(to: &$1) }
                out.write(3, remedy.note)
            }
        }
        out.write(4, text)
        out.write(5, statementOfReasons) { $0.write(to: &$1) }
        for answer in listingAnswers {
            out.write(6, answer) { answer, out in
                out.write(1, answer.platformListingIdentifier)
                out.write(2, answer.kind)
                out.write(3, answer.note)
            }
        }
        out.write(7, dueOn)
        out.write(8, contact) { $0.write(to: &$1) }
        out.write(9, notConcernedReason)
        out.write(10, suggestedPlatformSlug)
        out.write(11, duplicateOf)
        out.write(12, proof)
        for identifier in evidenceIdentifiers { out.write(13, identifier) }
    }
}

extension StatementOfReasons {
    func write(to out: inout CanonicalBytes) {
        out.write(1, visibility)
        out.write(2, monetary)
        out.write(3, provision)
        out.write(4, account)
        out.write(5, ground)
        out.write(6, legalOrTermsReference)
        out.write(7, clauseURL)
        out.write(8, facts)
        out.write(9, explanation)
        out.write(10, source)
        out.write(11, automatedDetection)
        out.write(12, automatedDecision)
        out.write(13, decidedOn)
        out.write(14, effectiveOn)
        out.write(15, endsOn)
        out.write(16, territories)
        out.write(17, redress) { redress, out in
            out.write(1, redress.internalComplaint)
            out.write(2, redress.mediators)
            out.write(3, redress.outOfCourtBody)
        }
    }
}
