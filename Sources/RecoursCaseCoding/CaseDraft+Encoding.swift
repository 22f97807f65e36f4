// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases
package import RecoursMessages

extension RecoursMessages.CaseDraft {
    package init(_ draft: RecoursCases.CaseDraft) {
        self.init(
            complainant: .init(draft.complainant),
            platformID: draft.platformSlug,
            platformAccountRef: draft.platformAccountReference,
            category: .init(rawValue: draft.category?.rawValue ?? 0),
            extraCategories: draft.extraCategories.map { .init(rawValue: $0.rawValue) },
            title: draft.title,
            facts: draft.facts,
            desiredRemedies: draft.desiredRemedies.map { .init(rawValue: $0.rawValue) },
            incidentOn: draft.incidentOn.text,
            discoveredOn: draft.discoveredOn.text,
            noticeReceivedOn: draft.noticeReceivedOn.text,
            country: draft.country,
            language: draft.language,
            listings: draft.listings.map(RecoursMessages.Listing.init),
            funds: draft.funds.map(RecoursMessages.FundsWithheld.init),
            loss: draft.loss.map(RecoursMessages.Money.init),
            termsChange: draft.termsChange.map(RecoursMessages.TermsChange.init),
            ipClaim: draft.ipClaim.map(RecoursMessages.IpClaim.init),
            disclosure: .init(rawValue: draft.disclosure?.rawValue ?? 0),
            urgency: .init(rawValue: draft.urgency?.rawValue ?? 0),
            externalRef: draft.externalReference,
            decisionRef: draft.decisionReference,
            decisionOn: draft.decisionOn.text,
            campaignID: draft.campaignIdentifier,
            evidenceIDs: draft.evidenceIdentifiers,
            standingClaimID: draft.standingClaimIdentifier)
    }
}

extension CalendarDate? {
    /// ISO 8601, or nothing.
    var text: String { map(\.description) ?? "" }
}

extension RecoursMessages.Money {
    init(_ money: RecoursCases.Money) {
        self.init(minorUnits: money.minorUnits, currency: money.currency)
    }
}

extension RecoursMessages.FundsWithheld {
    init(_ funds: RecoursCases.FundsWithheld) {
        self.init(
            amount: funds.amount.map(RecoursMessages.Money.init),
            heldSince: funds.heldSince.text, releaseOn: funds.releaseOn.text)
    }
}

extension RecoursMessages.TermsChange {
    /// Adds what the server computes: the days of notice, and whether they are too few.
    init(_ change: RecoursCases.TermsChange) {
        self.init(
            announcedOn: change.announcedOn.text, effectiveOn: change.effectiveOn.text,
            durableMedium: change.durableMedium, documentURL: change.documentURL,
            kind: .init(rawValue: change.kind?.rawValue ?? 0),
            noticeDays: change.noticeDays.map(Int32.init(clamping:)),
            below15: change.isBelowRequiredNotice)
    }
}

extension RecoursMessages.Listing {
    init(_ listing: RecoursCases.Listing) {
        self.init(
            platformListingID: listing.platformListingIdentifier,
            url: listing.url,
            gtin: listing.gtin,
            sellerName: listing.sellerName,
            sellerID: listing.sellerIdentifier,
            price: listing.price.map(RecoursMessages.Money.init),
            firstSeenAtMs: listing.firstSeenAt?.millisecondsSince1970,
            reportedAtMs: listing.reportedAt?.millisecondsSince1970,
            removedAtMs: listing.removedAt?.millisecondsSince1970,
            state: .init(rawValue: listing.state?.rawValue ?? 0),
            imageHash: listing.imageHash,
            title: listing.title)
    }
}

extension RecoursMessages.IpClaim {
    init(_ claim: RecoursCases.IPClaim) {
        self.init(
            kind: .init(rawValue: claim.kind?.rawValue ?? 0),
            office: claim.office, number: claim.number,
            owner: claim.owner.map(RecoursMessages.Party.init),
            originals: claim.originals.map(RecoursMessages.Listing.init),
            goodFaith: claim.goodFaith)
    }
}
