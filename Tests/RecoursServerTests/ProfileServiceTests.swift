// SPDX-License-Identifier: EUPL-1.2

import RecoursCases
import RecoursMessages
import RecoursTransport
import RecoursWire
import Testing

@testable import RecoursServer

@Suite("Profile service", .timeLimit(.minutes(1)))
struct ProfileServiceTests {
    private static let profile = RecoursMessages.PlatformProfile(
        contact: RecoursMessages.Contact(
            name: "Dominique Petit", role: "Relations vendeurs", email: "vendeurs@example.fr",
            phone: "+33 1 99 00 12 34", hours: "9 h – 18 h", language: "fr"),
        validUntil: "2019-03-31", languages: ["fr", "en"],
        internalComplaint: "Formulaire du compte vendeur.", mediators: ["CMAP", "AME"])

    private func get(
        _ slug: String, as viewer: ClientConnection
    ) async throws -> PlatformEntry {
        let answer: GetProfileResponse = try await viewer.call(
            ProfileServiceMethods.getProfile, GetProfileRequest(platformID: slug))
        return try #require(answer.platform)
    }

    @Test("A contact is missing until it is set, current while it is good, then expired")
    func standing() async throws {
        let world = try await World(beginning: World.noon("2018-11-10"))
        let amazon = try await world.join(.platform, "amazon")
        let association = try await world.join(.association, "cma")
        _ = try await world.join(.platform, "wish")
        let before = try await get("amazon", as: association)
        #expect(before.contactStanding == .missing && before.profile == nil)
        let set: SetProfileResponse = try await amazon.call(
            ProfileServiceMethods.setProfile, SetProfileRequest(profile: Self.profile))
        #expect(set.platform?.contactStanding == .current)
        let now = try await get("amazon", as: association)
        #expect(now.contactStanding == .current)
        #expect(now.profile?.contact?.phone == "+33199001234")
        #expect(now.profile?.mediators == ["CMAP", "AME"])
        #expect(try await get("", as: amazon).platformID == "amazon")
        try world.setDay("2019-04-01")
        #expect(try await get("amazon", as: association).contactStanding == .expired)
        let list: ListProfilesResponse = try await association.call(
            ProfileServiceMethods.listProfiles, ListProfilesRequest())
        #expect(list.platforms.map(\.contactStanding) == [.expired, .missing])
        #expect(list.current == 0 && list.expired == 1 && list.missing == 1)
        await world.stop()
    }

    @Test("A contact without a role, hours or a second mediator is refused, with every reason")
    func refusals() async throws {
        let world = try await World(beginning: World.noon("2018-11-10"))
        let amazon = try await world.join(.platform, "amazon")
        var profile = Self.profile
        profile.contact?.role = ""
        profile.contact?.hours = ""
        profile.mediators = ["CMAP"]
        profile.validUntil = "2018-11-09"
        let status = await amazon.failure(
            ProfileServiceMethods.setProfile, SetProfileRequest(profile: profile))
        #expect(status.code == .invalidArgument)
        let paths = status.details.flatMap { detail -> [String] in
            guard case .badRequest(let request) = detail.kind else { return [] }
            return request.violations.map(\.fieldPath)
        }
        #expect(
            Set(paths) == [
                "profile.contact.role", "profile.contact.hours", "profile.mediators",
                "profile.valid_until",
            ])
        let nobody = await amazon.failure(
            ProfileServiceMethods.getProfile, GetProfileRequest(platformID: "nobody"))
        #expect(nobody.code == .notFound)
        await world.stop()
    }
}
