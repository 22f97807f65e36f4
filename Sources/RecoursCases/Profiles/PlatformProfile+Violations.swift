// SPDX-License-Identifier: EUPL-1.2

extension PlatformProfile {
    /// All rules this profile breaks, at most 50. Paths begin with `profile.`; `today` is the date
    /// in Paris.
    package func violations(
        today: CalendarDate, startingWith found: [Violation] = []
    ) -> [Violation] {
        var found = Violations(startingWith: found)
        checkContact(&found)
        // A contact nobody has confirmed for a year is nobody's any more.
        let last = today.adding(days: ProfileLimits.validDays)
        found.check(
            DateRule.breach(ofPromise: validUntil, today: today, last: last),
            at: { "profile.valid_until" })
        found.checkCount(
            languages.count, within: ProfileLimits.languages, at: { "profile.languages" })
        for (place, tag) in languages.prefix(ProfileLimits.languages.upperBound).enumerated() {
            let path = { "profile.languages[\(place)]" }
            found.checkCode(tag, LanguageTagRule.breach, required: true, at: path)
            if languages[..<place].contains(tag) { found.add(.duplicate, at: path) }
        }
        checkRedress(&found)
        return found.found
    }

    private func checkContact(_ found: inout Violations) {
        guard let contact else {
            found.add(.required, at: { "profile.contact" })
            return
        }
        found.checkContact(contact, at: { "profile.contact" })
        // A named role, and when it can be reached: a name alone is no way to a human (S7).
        if contact.role.isEmpty { found.add(.required, at: { "profile.contact.role" }) }
        if contact.hours.isEmpty { found.add(.required, at: { "profile.contact.hours" }) }
        if contact.language.isEmpty { found.add(.required, at: { "profile.contact.language" }) }
    }

    private func checkRedress(_ found: inout Violations) {
        found.check(
            TextRule.breach(
                internalComplaint, required: false, atMost: CaseLimits.internalComplaint),
            at: { "profile.internal_complaint" })
        found.checkCount(
            mediators.count, within: ProfileLimits.mediators, at: { "profile.mediators" })
        for (place, name) in mediators.prefix(ProfileLimits.mediators.upperBound).enumerated() {
            let path = { "profile.mediators[\(place)]" }
            found.check(TextRule.breach(name, atMost: CaseLimits.mediatorName), at: path)
            if mediators[..<place].contains(name) { found.add(.duplicate, at: path) }
        }
        found.check(
            TextRule.breach(outOfCourtBody, required: false, atMost: CaseLimits.outOfCourtBody),
            at: { "profile.out_of_court_body" })
    }
}

/// Bounds of a platform's profile.
package enum ProfileLimits {
    package static let validDays = 366
    package static let languages = 1...30
    /// Regulation (EU) 2019/1150, article 12(1): two or more.
    package static let mediators = 2...10
}
