// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCases
internal import RecoursStore

extension ContractCheck {
    private static let profile = PlatformProfile(
        contact: Contact(
            name: "Dominique Petit", role: "Relations vendeurs", email: "vendeurs@example.fr",
            hours: "9 h – 18 h", language: "fr"),
        validUntil: CalendarDate(iso: "2019-05-31"), languages: ["fr", "en"],
        internalComplaint: "Formulaire du compte vendeur.", mediators: ["CMAP", "AME"],
        outOfCourtBody: "ODS France")

    static let profiles = [
        ContractCheck("A platform's profile is kept whole, and the last one set counts") { store in
            let bare = try await store.profiledPlatform("amazon")
            try require(bare?.profile == nil && bare?.partner.name == "amazon", "none yet")
            let nobody = try await store.profiledPlatform("nobody")
            try require(nobody == nil, "no such platform")
            for text in ["2019-01-31", "2019-05-31"] {
                var profile = profile
                profile.validUntil = CalendarDate(iso: text)
                let outcome = await store.execute(
                    .setProfile(Fixtures.amazon, profile, at: Fixtures.now))
                guard case .profile = outcome else { throw ContractBreach("\(outcome)") }
            }
            let found = try await store.profiledPlatform("amazon")
            try require(found?.profile?.profile == profile, "kept")
            try require(found?.profile?.updatedAt == Fixtures.now, "when")
        },
        ContractCheck("Platforms without a good contact are counted") { store in
            _ = await store.execute(.setProfile(Fixtures.amazon, profile, at: Fixtures.now))
            let page = try await store.profiledPlatforms(
                after: nil, limit: 1, on: Fixtures.today)
            try require(page.census == ContactCensus(current: 1, missing: 1), "today")
            try require(page.platforms.map(\.partner.reference) == [Fixtures.amazon], "first")
            let later = try await store.profiledPlatforms(
                after: "amazon", limit: 5, on: CalendarDate(iso: "2019-06-01") ?? .latest)
            try require(later.census == ContactCensus(expired: 1, missing: 1), "expired")
            try require(later.platforms.map(\.partner.reference) == [Fixtures.wish], "rest")
        },
    ]
}
