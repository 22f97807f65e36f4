// SPDX-License-Identifier: EUPL-1.2

extension CaseDraft {
    /// All rules this draft breaks, at most 50; empty if it may be filed. `today` is the date in
    /// Paris. Pass what was already found wrong while reading the draft, so that an unreadable date
    /// is not called missing too.
    package func violations(
        today: CalendarDate, startingWith found: [Violation] = []
    ) -> [Violation] {
        var found = Violations(startingWith: found)
        found.checkComplainant(complainant, at: { "complainant" })
        checkAddressee(&found)
        checkText(&found)
        checkCategories(&found)
        checkDates(&found, today: today)
        checkListings(&found, today: today)
        checkWhatCategoriesNeed(&found, today: today)
        checkCampaign(&found)
        found.checkEvidence(evidenceIdentifiers, at: { "evidence_ids" })
        checkWhatIsNotSupportedYet(&found)
        return found.found
    }

    /// Whether there is such a campaign, and whether it takes the case, only the store knows.
    private func checkCampaign(_ found: inout Violations) {
        let count = campaignIdentifier.count
        if count != 0, count != 16 {
            found.add(.identifierForm, limit: 16, actual: count, at: { "campaign_id" })
        }
    }

    private func checkAddressee(_ found: inout Violations) {
        if platformSlug.isEmpty {
            found.add(.required, at: { "platform_id" })
        } else {
            found.check(SlugRule.breach(platformSlug), at: { "platform_id" })
        }
        // Whose work is copied need not sell where the copies are sold.
        let needsAccount = !concerns(.counterfeit) && !concerns(.otherIP)
        found.check(
            TextRule.breach(
                platformAccountReference, required: needsAccount,
                atMost: CaseLimits.platformAccountReference), at: { "platform_account_ref" })
    }

    private func checkText(_ found: inout Violations) {
        found.check(TextRule.breach(title, within: CaseLimits.title), at: { "title" })
        let least = category == .other ? CaseLimits.factsOfOther : CaseLimits.facts.lowerBound
        found.check(
            TextRule.breach(facts, within: least...CaseLimits.facts.upperBound),
            at: { "facts" })
        found.check(
            TextRule.breach(externalReference, atMost: CaseLimits.externalReference),
            at: { "external_ref" })
        found.check(
            TextRule.breach(
                decisionReference, required: false, atMost: CaseLimits.decisionReference),
            at: { "decision_ref" })
        found.checkCode(country, CountryRule.breach(country:), required: true, at: { "country" })
        found.checkCode(language, LanguageTagRule.breach, required: true, at: { "language" })
    }

    private func checkCategories(_ found: inout Violations) {
        if category == nil { found.add(.required, at: { "category" }) }
        found.checkCount(
            extraCategories.count, within: 0...CaseLimits.extraCategories,
            at: { "extra_categories" })
        for (place, extra) in extraCategories.prefix(CaseLimits.extraCategories).enumerated()
        where extra == category || extraCategories[..<place].contains(extra) {
            found.add(.duplicate, at: { "extra_categories[\(place)]" })
        }
        found.checkCount(
            desiredRemedies.count, within: CaseLimits.desiredRemedies,
            at: { "desired_remedies" })
        for (place, remedy) in desiredRemedies.prefix(CaseLimits.desiredRemedies.upperBound)
            .enumerated() where desiredRemedies[..<place].contains(remedy)
        {
            found.add(.duplicate, at: { "desired_remedies[\(place)]" })
        }
        if urgency == nil { found.add(.required, at: { "urgency" }) }
        if disclosure == nil { found.add(.required, at: { "disclosure" }) }
        if let loss { found.checkMoney(loss, at: { "loss" }) }
    }

    private func checkDates(_ found: inout Violations, today: CalendarDate) {
        found.check(
            DateRule.breach(ofFact: incidentOn, required: true, today: today),
            at: { "incident_on" })
        found.check(
            DateRule.breach(ofFact: discoveredOn, required: false, today: today),
            at: { "discovered_on" })
        found.check(
            DateRule.breach(ofFact: noticeReceivedOn, required: false, today: today),
            at: { "notice_received_on" })
        found.check(
            DateRule.breach(ofFact: decisionOn, required: false, today: today),
            at: { "decision_on" })
        if let incidentOn, let discoveredOn, discoveredOn < incidentOn {
            found.add(.dateOrder, at: { "discovered_on" })
        }
    }

    private func checkListings(_ found: inout Violations, today: CalendarDate) {
        found.checkCount(listings.count, within: 0...CaseLimits.listings, at: { "listings" })
        let usesASIN = ProductCodeRule.usesASIN(platformSlug: platformSlug)
        for (place, listing) in listings.prefix(CaseLimits.listings).enumerated() {
            found.checkListing(
                listing, isOriginal: false, usesASIN: usesASIN, today: today,
                at: { "listings[\(place)]" })
        }
    }

    /// What later versions bring is refused by name, so that nobody believes it was kept.
    private func checkWhatIsNotSupportedYet(_ found: inout Violations) {
        if !standingClaimIdentifier.isEmpty {
            found.add(.notSupportedYet, at: { "standing_claim_id" })
        }
    }
}

// MARK: What categories need

extension CaseDraft {
    private func checkWhatCategoriesNeed(_ found: inout Violations, today: CalendarDate) {
        if let funds {
            found.checkFunds(funds, today: today, at: { "funds" })
        } else if concerns(.fundsWithheld) {
            found.add(.required, at: { "funds" })
        }
        if let termsChange {
            found.checkTermsChange(termsChange, today: today, at: { "terms_change" })
        } else if concerns(.termsChange) || concerns(.feeChange) {
            found.add(.required, at: { "terms_change" })
        }
        if let ipClaim {
            found.checkClaim(ipClaim, today: today, at: { "ip_claim" })
        } else if concerns(.counterfeit) || concerns(.otherIP) {
            found.add(.required, at: { "ip_claim" })
        }
        // A copy that is not named cannot be taken down.
        if concerns(.counterfeit), listings.isEmpty { found.add(.required, at: { "listings" }) }
    }
}

extension Violations {
    mutating func checkFunds(_ funds: FundsWithheld, today: CalendarDate, at path: () -> String) {
        if let amount = funds.amount {
            checkMoney(amount, at: { path() + ".amount" })
        } else {
            add(.required, at: { path() + ".amount" })
        }
        check(
            DateRule.breach(ofFact: funds.heldSince, required: true, today: today),
            at: { path() + ".held_since" })
        check(
            DateRule.breach(ofPlan: funds.releaseOn, required: false, today: today),
            at: { path() + ".release_on" })
        if let since = funds.heldSince, let release = funds.releaseOn, release < since {
            add(.dateOrder, at: { path() + ".release_on" })
        }
    }

    /// Both dates are required: the notice given is their difference. It may be negative, and that
    /// is worth a case.
    mutating func checkTermsChange(
        _ change: TermsChange, today: CalendarDate, at path: () -> String
    ) {
        check(
            DateRule.breach(ofFact: change.announcedOn, required: true, today: today),
            at: { path() + ".announced_on" })
        check(
            DateRule.breach(ofPlan: change.effectiveOn, required: true, today: today),
            at: { path() + ".effective_on" })
        checkCode(
            change.documentURL, WebAddressRule.breach, required: false,
            at: { path() + ".document_url" })
        if change.kind == nil { add(.required, at: { path() + ".kind" }) }
    }

    mutating func checkClaim(_ claim: IPClaim, today: CalendarDate, at path: () -> String) {
        if claim.kind == nil { add(.required, at: { path() + ".kind" }) }
        // Copyright arises without an office and has no number.
        let isRegistered = claim.kind != .copyright
        checkCode(
            claim.office, CountryRule.breach(office:), required: isRegistered,
            at: { path() + ".office" })
        check(
            TextRule.breach(claim.number, required: isRegistered, atMost: CaseLimits.rightNumber),
            at: { path() + ".number" })
        if let owner = claim.owner {
            checkParty(owner, at: { path() + ".owner" })
        } else {
            add(.required, at: { path() + ".owner" })
        }
        checkCount(claim.originals.count, within: CaseLimits.originals) { path() + ".originals" }
        for (place, original) in claim.originals.prefix(CaseLimits.originals.upperBound)
            .enumerated()
        {
            checkListing(
                original, isOriginal: true, usesASIN: false, today: today,
                at: { path() + ".originals[\(place)]" })
        }
        if !claim.goodFaith { add(.goodFaithRequired, at: { path() + ".good_faith" }) }
    }
}
