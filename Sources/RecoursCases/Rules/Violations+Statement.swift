// SPDX-License-Identifier: EUPL-1.2

extension Violations {
    /// A statement of reasons: what was decided, on what ground, from which facts, and why
    /// (Regulation (EU) 2019/1150, article 4(5); DSA article 17(3)).
    mutating func checkStatement(
        _ statement: StatementOfReasons, today: CalendarDate, at path: () -> String
    ) {
        if statement.visibility == nil, statement.monetary == nil, statement.provision == nil,
            statement.account == nil
        {
            add(.decisionRequired, at: path)
        }
        if statement.ground == nil { add(.required, at: { path() + ".ground" }) }
        check(
            TextRule.breach(
                statement.legalOrTermsReference, atMost: CaseLimits.legalOrTermsReference),
            at: { path() + ".legal_or_terms_ref" })
        checkCode(
            statement.clauseURL, WebAddressRule.breach, required: false,
            at: { path() + ".clause_url" })
        check(
            TextRule.breach(statement.facts, within: CaseLimits.statementFacts),
            at: { path() + ".facts" })
        check(
            TextRule.breach(statement.explanation, within: CaseLimits.statementExplanation),
            at: { path() + ".explanation" })
        if statement.source == nil { add(.required, at: { path() + ".source" }) }
        if statement.automatedDecision == nil {
            add(.required, at: { path() + ".automated_decision" })
        }
        checkDates(of: statement, today: today, at: path)
        checkCount(statement.territories.count, within: 0...CaseLimits.territories) {
            path() + ".territories"
        }
        for (place, country) in statement.territories.prefix(CaseLimits.territories).enumerated() {
            check(CountryRule.breach(country: country), at: { path() + ".territories[\(place)]" })
        }
        if let redress = statement.redress { checkRedress(redress, at: { path() + ".redress" }) }
    }

    private mutating func checkDates(
        of statement: StatementOfReasons, today: CalendarDate, at path: () -> String
    ) {
        check(
            DateRule.breach(ofFact: statement.decidedOn, required: true, today: today),
            at: { path() + ".decided_on" })
        check(
            DateRule.breach(ofPlan: statement.effectiveOn, required: true, today: today),
            at: { path() + ".effective_on" })
        check(
            DateRule.breach(ofPlan: statement.endsOn, required: false, today: today),
            at: { path() + ".ends_on" })
        if let begin = statement.effectiveOn, let end = statement.endsOn, end < begin {
            add(.dateOrder, at: { path() + ".ends_on" })
        }
    }

    private mutating func checkRedress(_ redress: Redress, at path: () -> String) {
        check(
            TextRule.breach(redress.internalComplaint, atMost: CaseLimits.internalComplaint),
            at: { path() + ".internal_complaint" })
        checkCount(redress.mediators.count, within: 1...CaseLimits.mediators) {
            path() + ".mediators"
        }
        for (place, name) in redress.mediators.prefix(CaseLimits.mediators).enumerated() {
            check(
                TextRule.breach(name, atMost: CaseLimits.mediatorName),
                at: { path() + ".mediators[\(place)]" })
        }
        check(
            TextRule.breach(
                redress.outOfCourtBody, required: false, atMost: CaseLimits.outOfCourtBody),
            at: { path() + ".out_of_court_body" })
    }
}
