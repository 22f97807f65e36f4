// SPDX-License-Identifier: EUPL-1.2

// Checks of values that stand in several messages.

extension Violations {
    /// A coded text with a rule of its own.
    mutating func checkCode(
        _ text: String, _ rule: (String) -> Breach?, required: Bool, at path: () -> String
    ) {
        if text.isEmpty {
            if required { add(.required, at: path) }
        } else {
            check(rule(text), at: path)
        }
    }

    mutating func checkCount(_ count: Int, within range: ClosedRange<Int>, at path: () -> String) {
        if count == 0, range.lowerBound > 0 {
            add(.required, limit: range.lowerBound, actual: 0, at: path)
        } else if count < range.lowerBound {
            add(.tooFew, limit: range.lowerBound, actual: count, at: path)
        } else if count > range.upperBound {
            add(.tooMany, limit: range.upperBound, actual: count, at: path)
        }
    }

    mutating func checkRange(
        _ value: Int, _ range: ClosedRange<Int>, at path: () -> String
    ) {
        if value < range.lowerBound {
            add(.tooSmall, limit: range.lowerBound, actual: value, at: path)
        } else if value > range.upperBound {
            add(.tooLarge, limit: range.upperBound, actual: value, at: path)
        }
    }

    /// An amount of `minimum` minor units or more, in a currency that exists.
    mutating func checkMoney(_ money: Money, atLeast minimum: Int64 = 0, at path: () -> String) {
        if money.minorUnits < 0 {
            add(.negative, limit: 0, actual: Int(money.minorUnits), at: { path() + ".minor_units" })
        } else if money.minorUnits < minimum {
            add(
                .tooSmall, limit: Int(minimum), actual: Int(money.minorUnits),
                at: { path() + ".minor_units" })
        }
        checkCode(
            money.currency, CurrencyRule.breach, required: true, at: { path() + ".currency" })
    }

    mutating func checkContact(_ contact: Contact, at path: () -> String) {
        check(
            TextRule.breach(contact.name, atMost: CaseLimits.contactName),
            at: { path() + ".name" })
        check(
            TextRule.breach(contact.role, required: false, atMost: CaseLimits.contactRole),
            at: { path() + ".role" })
        // A contact that can't be contacted is what these cases are about.
        checkCode(
            contact.email, EmailRule.breach, required: contact.phone.isEmpty,
            at: { path() + ".email" })
        if !contact.email.isEmpty, !contact.email.utf8.allSatisfy({ $0 < 0x80 }) {
            check(
                TextRule.breach(contact.email, atMost: CaseLimits.emailBytes),
                at: { path() + ".email" })
        }
        checkCode(
            contact.phone, PhoneRule.breach, required: false, at: { path() + ".phone" })
        check(
            TextRule.breach(contact.hours, required: false, atMost: CaseLimits.contactHours),
            at: { path() + ".hours" })
        checkCode(
            contact.language, LanguageTagRule.breach, required: false,
            at: { path() + ".language" })
    }

    mutating func checkAddress(_ address: Address, at path: () -> String) {
        checkCount(address.lines.count, within: 0...CaseLimits.addressLines) { path() + ".lines" }
        for (place, line) in address.lines.prefix(CaseLimits.addressLines).enumerated() {
            check(
                TextRule.breach(line, required: false, atMost: CaseLimits.addressLine),
                at: { path() + ".lines[\(place)]" })
        }
        if !address.postcode.isEmpty {
            check(
                PostcodeRule.breach(address.postcode, country: address.country),
                at: { path() + ".postcode" })
        }
        check(
            TextRule.breach(address.city, required: false, atMost: CaseLimits.city),
            at: { path() + ".city" })
        checkCode(
            address.country, CountryRule.breach(country:), required: true,
            at: { path() + ".country" })
    }

    /// An offer, or an original product of the complainant's; the latter may be on no platform.
    mutating func checkListing(
        _ listing: Listing, isOriginal: Bool, usesASIN: Bool, today: CalendarDate,
        at path: () -> String
    ) {
        let number = listing.platformListingIdentifier
        let isNamed = !listing.url.isEmpty || (isOriginal && hasOtherName(listing))
        check(
            TextRule.breach(
                number, required: !isNamed, atMost: CaseLimits.platformListingIdentifier),
            at: { path() + ".platform_listing_id" })
        if usesASIN, !number.isEmpty {
            check(
                ProductCodeRule.breach(asin: number), at: { path() + ".platform_listing_id" })
        }
        checkCode(listing.url, WebAddressRule.breach, required: false, at: { path() + ".url" })
        checkCode(
            listing.gtin, ProductCodeRule.breach(gtin:), required: false,
            at: { path() + ".gtin" })
        check(
            TextRule.breach(listing.sellerName, required: false, atMost: CaseLimits.sellerName),
            at: { path() + ".seller_name" })
        check(
            TextRule.breach(
                listing.sellerIdentifier, required: false, atMost: CaseLimits.sellerIdentifier),
            at: { path() + ".seller_id" })
        if let price = listing.price { checkMoney(price, at: { path() + ".price" }) }
        checkInstant(listing.firstSeenAt, today, at: { path() + ".first_seen_at_ms" })
        checkInstant(listing.reportedAt, today, at: { path() + ".reported_at_ms" })
        checkInstant(listing.removedAt, today, at: { path() + ".removed_at_ms" })
        if listing.state != nil { add(.serverSet, at: { path() + ".state" }) }
        check(
            TextRule.breach(listing.title, required: false, atMost: CaseLimits.listingTitle),
            at: { path() + ".title" })
    }

    private func hasOtherName(_ listing: Listing) -> Bool {
        !listing.gtin.isEmpty || !listing.title.isEmpty
    }

    private mutating func checkInstant(
        _ instant: Instant?, _ today: CalendarDate, at path: () -> String
    ) {
        guard let instant else { return }
        check(
            DateRule.breach(ofFact: instant.dateInParis, required: true, today: today), at: path)
    }
}

extension TextRule {
    /// A required text of so many scalars.
    static func breach(_ text: String, within range: ClosedRange<Int>) -> Breach? {
        breach(text, atLeast: range.lowerBound, atMost: range.upperBound)
    }
}
