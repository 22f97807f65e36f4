// SPDX-License-Identifier: EUPL-1.2

extension PlatformResponse {
    /// All rules this answer breaks, at most 50; empty if it may be given to this case. `today` is
    /// the date in Paris. Without a case, what depends on it is left out: that is what a client can
    /// check. Pass what was already found wrong while reading the answer.
    package func violations(
        today: CalendarDate, answering caseFile: CaseFile?, startingWith found: [Violation] = []
    ) -> [Violation] {
        var found = Violations(startingWith: found)
        checkSelf(&found)
        checkRemedies(&found)
        checkHumanContact(&found)
        checkParts(&found, today: today, answering: caseFile)
        if let statementOfReasons {
            found.checkStatement(
                statementOfReasons, today: today, at: { "statement_of_reasons" })
        }
        checkListingAnswers(&found, answering: caseFile)
        return found.found
    }

    private func checkSelf(_ found: inout Violations) {
        if identifier.count != 16 {
            let code: ViolationCode = identifier.isEmpty ? .required : .identifierForm
            found.add(code, limit: 16, actual: identifier.count, at: { "response_id" })
        }
        found.check(TextRule.breach(text, within: CaseLimits.responseText), at: { "text" })
        if let contact { found.checkContact(contact, at: { "contact" }) }
        if givenAt != nil { found.add(.serverSet, at: { "given_at_ms" }) }
        if !platformSlug.isEmpty { found.add(.serverSet, at: { "platform_id" }) }
        found.checkEvidence(evidenceIdentifiers, at: { "evidence_ids" })
    }

    private func checkRemedies(_ found: inout Violations) {
        found.checkCount(remedies.count, within: 0...CaseLimits.remedies, at: { "remedies" })
        for (place, remedy) in remedies.prefix(CaseLimits.remedies).enumerated() {
            let path = { "remedies[\(place)]" }
            if remedy.kind == nil { found.add(.required, at: { path() + ".kind" }) }
            if let amount = remedy.amount {
                // Money given back is at least a cent; other remedies have no sum.
                found.checkMoney(amount, atLeast: 1, at: { path() + ".amount" })
                if remedy.kind?.needsAmount == false {
                    found.add(.notForThisType, at: { path() + ".amount" })
                }
            } else if remedy.kind?.needsAmount == true {
                found.add(.required, at: { path() + ".amount" })
            }
            found.check(
                TextRule.breach(remedy.note, required: false, atMost: CaseLimits.remedyNote),
                at: { path() + ".note" })
        }
    }

    /// Who says that a human can be reached, says who, as what, how and when.
    private func checkHumanContact(_ found: inout Violations) {
        guard type == .remedyDone, remedies.contains(where: { $0.kind == .humanContact }) else {
            return
        }
        guard let contact else { return found.add(.required, at: { "contact" }) }
        if contact.role.isEmpty { found.add(.required, at: { "contact.role" }) }
        if contact.hours.isEmpty { found.add(.required, at: { "contact.hours" }) }
    }

    private func checkListingAnswers(
        _ found: inout Violations, answering caseFile: CaseFile?
    ) {
        found.checkCount(
            listingAnswers.count, within: 0...CaseLimits.listingAnswers,
            at: { "listing_answers" })
        guard !listingAnswers.isEmpty else { return }
        let known = caseFile.map {
            Set($0.draft.listings.lazy.map(\.platformListingIdentifier))
        }
        var answered: Set<String> = []
        for (place, answer) in listingAnswers.prefix(CaseLimits.listingAnswers).enumerated() {
            let path = { "listing_answers[\(place)]" }
            let number = answer.platformListingIdentifier
            let breach = TextRule.breach(number, atMost: CaseLimits.platformListingIdentifier)
            found.check(breach, at: { path() + ".platform_listing_id" })
            if breach == nil, let known, !known.contains(number) {
                found.add(.unknownListing, at: { path() + ".platform_listing_id" })
            } else if breach == nil, !answered.insert(number).inserted {
                found.add(.duplicate, at: { path() + ".platform_listing_id" })
            }
            if answer.kind == nil { found.add(.required, at: { path() + ".kind" }) }
            found.check(
                TextRule.breach(
                    answer.note, required: answer.kind == .refused,
                    atMost: CaseLimits.listingAnswerNote), at: { path() + ".note" })
        }
    }
}

// MARK: What each type needs

extension PlatformResponse {
    /// Each type has its required parts (`domain.md` §3.6), and a part that says something of
    /// another type is refused: an answer must mean one thing.
    private func checkParts(
        _ found: inout Violations, today: CalendarDate, answering caseFile: CaseFile?
    ) {
        switch type {
        case nil: found.add(.required, at: { "type" })
        case .remedyDone: require(!remedies.isEmpty, &found, "remedies")
        case .remedyPromised:
            require(!remedies.isEmpty, &found, "remedies")
            let furthest = today.adding(days: CaseLimits.promiseDays)
            let last =
                caseFile.map { ClockRules.capped(furthest, .remedy, of: $0, from: today) }
                ?? furthest
            found.check(
                DateRule.breach(ofPromise: dueOn, today: today, last: last), at: { "due_on" })
        case .explanation: require(statementOfReasons != nil, &found, "statement_of_reasons")
        case .decisionUpheld:
            require(statementOfReasons != nil, &found, "statement_of_reasons")
            if let statementOfReasons {
                require(
                    statementOfReasons.redress != nil, &found, "statement_of_reasons.redress")
            }
        case .inProgress:
            var last = today.adding(days: ClockRules.finalAnswerDays)
            if let caseFile, let capped = ClockRules.lastDayOfFinalAnswer(of: caseFile) {
                last = capped
            }
            found.check(
                DateRule.breach(ofPromise: dueOn, today: today, last: last), at: { "due_on" })
        case .alreadySettled:
            found.check(TextRule.breach(proof, atMost: CaseLimits.proof), at: { "proof" })
        case .notConcerned:
            require(notConcernedReason != nil, &found, "not_concerned_reason")
            found.checkCode(
                suggestedPlatformSlug, SlugRule.breach, required: false,
                at: { "suggested_platform_id" })
        case .duplicateOf:
            found.checkCode(
                duplicateOf, { PublicNumber(text: $0) == nil ? Breach(.publicNumberForm) : nil },
                required: true, at: { "duplicate_of" })
        case .infoNeeded: break
        }
        checkStrangeParts(&found)
    }

    private func checkStrangeParts(_ found: inout Violations) {
        guard let type else { return }
        if dueOn != nil, type != .remedyPromised, type != .inProgress {
            found.add(.notForThisType, at: { "due_on" })
        }
        if !proof.isEmpty, type != .alreadySettled {
            found.add(.notForThisType, at: { "proof" })
        }
        if type != .notConcerned {
            if notConcernedReason != nil {
                found.add(.notForThisType, at: { "not_concerned_reason" })
            }
            if !suggestedPlatformSlug.isEmpty {
                found.add(.notForThisType, at: { "suggested_platform_id" })
            }
        }
        if !duplicateOf.isEmpty, type != .duplicateOf {
            found.add(.notForThisType, at: { "duplicate_of" })
        }
    }

    private func require(_ present: Bool, _ found: inout Violations, _ path: String) {
        if !present { found.add(.required, at: { path }) }
    }
}
