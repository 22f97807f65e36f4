// SPDX-License-Identifier: EUPL-1.2

/// How a platform can be reached, and where its decisions can be contested: what Regulation (EU)
/// 2019/1150, articles 11 and 12, and the founding interview (S16) ask it to say.
package struct PlatformProfile: Hashable, Sendable {
    /// Who answers; nil only in what somebody sends.
    package var contact: Contact?
    /// The last day on which the contact is good.
    package var validUntil: CalendarDate?
    /// BCP 47, 1–30.
    package var languages: [String]
    /// How to use the internal complaint system; at most 500.
    package var internalComplaint: String
    /// Mediators it is willing to engage with: 2 to 10, each 1–200.
    package var mediators: [String]
    /// At most 200.
    package var outOfCourtBody: String

    package init(
        contact: Contact? = nil, validUntil: CalendarDate? = nil, languages: [String] = [],
        internalComplaint: String = "", mediators: [String] = [], outOfCourtBody: String = ""
    ) {
        self.contact = contact
        self.validUntil = validUntil
        self.languages = languages
        self.internalComplaint = internalComplaint
        self.mediators = mediators
        self.outOfCourtBody = outOfCourtBody
    }

    /// The same profile as it is stored.
    package func normalised() -> PlatformProfile {
        var profile = self
        profile.contact = contact?.normalised()
        return profile
    }
}

/// Whether a platform has a contact that is good today. The numbers are those of the protocol.
package enum ContactStanding: Int32, CaseIterable, Hashable, Sendable {
    case current = 1
    case expired = 2
    case missing = 3

    /// The standing of a profile, or of none, on a day in Paris.
    package init(of profile: PlatformProfile?, on day: CalendarDate) {
        guard let profile, profile.contact != nil, let last = profile.validUntil else {
            self = .missing
            return
        }
        self = last < day ? .expired : .current
    }
}
