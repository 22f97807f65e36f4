// SPDX-License-Identifier: EUPL-1.2

package import RecoursCases

/// A platform's profile as a store keeps it.
package struct ProfileRecord: Sendable, Hashable {
    package var platform: PartnerNumber
    package var profile: PlatformProfile
    package var updatedAt: Instant

    package init(platform: PartnerNumber, profile: PlatformProfile, updatedAt: Instant) {
        self.platform = platform
        self.profile = profile
        self.updatedAt = updatedAt
    }
}

/// A platform with the profile it has set, if any.
package struct ProfiledPlatform: Sendable, Hashable {
    package let partner: PartnerRecord
    package let profile: ProfileRecord?
}

/// How many platforms have a contact that is good on a day.
package struct ContactCensus: Sendable, Hashable {
    package var current = 0
    package var expired = 0
    package var missing = 0

    package init(current: Int = 0, expired: Int = 0, missing: Int = 0) {
        self.current = current
        self.expired = expired
        self.missing = missing
    }
}

/// The rows of profiles; there is one a platform at most.
package protocol ProfileReader: AnyObject {
    func profile(of platform: PartnerNumber) throws(StoreError) -> ProfileRecord?
    func contactCensus(on day: CalendarDate) throws(StoreError) -> ContactCensus
}
