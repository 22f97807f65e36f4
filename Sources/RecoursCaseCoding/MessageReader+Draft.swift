// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases
package import RecoursMessages

extension MessageReader {
    /// Reads a draft; what is unreadable is left out of it and noted in `violations`.
    package mutating func draft(
        _ message: RecoursMessages.CaseDraft
    ) -> RecoursCases.CaseDraft {
        RecoursCases.CaseDraft(
            complainant: message.complainant.map { party($0) { "complainant" } } ?? .init(),
            platformSlug: message.platformID,
            platformAccountReference: message.platformAccountRef,
            category: value(message.category.rawValue) { "category" },
            extraCategories: values(message.extraCategories.lazy.map(\.rawValue)) {
                "extra_categories"
            },
            title: message.title,
            facts: message.facts,
            desiredRemedies: values(message.desiredRemedies.lazy.map(\.rawValue)) {
                "desired_remedies"
            },
            incidentOn: date(message.incidentOn) { "incident_on" },
            discoveredOn: date(message.discoveredOn) { "discovered_on" },
            noticeReceivedOn: date(message.noticeReceivedOn) { "notice_received_on" },
            country: message.country,
            language: message.language,
            listings: listings(message.listings) { "listings" },
            funds: message.funds.map { funds($0) },
            loss: message.loss.map { money($0) },
            termsChange: message.termsChange.map { termsChange($0) },
            ipClaim: message.ipClaim.map { ipClaim($0) { "ip_claim" } },
            disclosure: value(message.disclosure.rawValue) { "disclosure" },
            urgency: value(message.urgency.rawValue) { "urgency" },
            externalReference: message.externalRef,
            decisionReference: message.decisionRef,
            decisionOn: date(message.decisionOn) { "decision_on" },
            campaignIdentifier: message.campaignID,
            evidenceIdentifiers: message.evidenceIDs,
            standingClaimIdentifier: message.standingClaimID)
    }

    func money(_ message: RecoursMessages.Money) -> RecoursCases.Money {
        RecoursCases.Money(minorUnits: message.minorUnits, currency: message.currency)
    }

    private mutating func funds(
        _ message: RecoursMessages.FundsWithheld
    ) -> RecoursCases.FundsWithheld {
        RecoursCases.FundsWithheld(
            amount: message.amount.map { money($0) },
            heldSince: date(message.heldSince) { "funds.held_since" },
            releaseOn: date(message.releaseOn) { "funds.release_on" })
    }

    private mutating func termsChange(
        _ message: RecoursMessages.TermsChange
    ) -> RecoursCases.TermsChange {
        serverOnly(isSet: message.noticeDays != nil) { "terms_change.notice_days" }
        serverOnly(isSet: message.below15 != nil) { "terms_change.below_15" }
        return RecoursCases.TermsChange(
            announcedOn: date(message.announcedOn) { "terms_change.announced_on" },
            effectiveOn: date(message.effectiveOn) { "terms_change.effective_on" },
            durableMedium: message.durableMedium,
            documentURL: message.documentURL,
            kind: value(message.kind.rawValue) { "terms_change.kind" })
    }

    mutating func ipClaim(
        _ message: RecoursMessages.IpClaim, _ path: () -> String
    ) -> RecoursCases.IPClaim {
        RecoursCases.IPClaim(
            kind: value(message.kind.rawValue) { "\(path()).kind" },
            office: message.office,
            number: message.number,
            owner: message.owner.map { party($0) { "\(path()).owner" } },
            originals: listings(message.originals) { "\(path()).originals" },
            goodFaith: message.goodFaith)
    }

    private mutating func listings(
        _ messages: [RecoursMessages.Listing], _ path: () -> String
    ) -> [RecoursCases.Listing] {
        var listings: [RecoursCases.Listing] = []
        listings.reserveCapacity(messages.count)
        for (place, message) in messages.enumerated() {
            listings.append(listing(message) { "\(path())[\(place)]" })
        }
        return listings
    }

    mutating func listing(
        _ message: RecoursMessages.Listing, _ path: () -> String
    ) -> RecoursCases.Listing {
        serverOnly(isSet: message.state != .unspecified) { "\(path()).state" }
        return RecoursCases.Listing(
            platformListingIdentifier: message.platformListingID,
            url: message.url,
            gtin: message.gtin,
            sellerName: message.sellerName,
            sellerIdentifier: message.sellerID,
            price: message.price.map { money($0) },
            firstSeenAt: instant(message.firstSeenAtMs),
            reportedAt: instant(message.reportedAtMs),
            removedAt: instant(message.removedAtMs),
            state: value(message.state.rawValue) { "\(path()).state" },
            imageHash: message.imageHash,
            title: message.title)
    }
}
