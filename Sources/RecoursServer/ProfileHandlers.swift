// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCaseCoding
internal import RecoursCases
internal import RecoursMessages
internal import RecoursStore
internal import RecoursTransport
internal import RecoursWire

/// `ProfileService`: how platforms can be reached, for everybody to see.
struct ProfileHandlers: ProfileServiceHandling {
    private let core: ServiceCore

    init(core: ServiceCore) {
        self.core = core
    }

    func setProfile(
        _ request: SetProfileRequest, _ call: CallContext
    ) async throws(RPCStatus) -> SetProfileResponse {
        let peer = try core.peer(call)
        guard let message = request.profile else { throw .invalid("profile", .required) }
        let now = core.clock.reading()
        var reader = MessageReader(from: .partner)
        let profile = reader.profile(message).normalised()
        let wrong = profile.violations(
            today: now.dateInParis, startingWith: reader.violations)
        guard wrong.isEmpty else { throw RPCStatus(.invalid(wrong)) }
        guard
            case .profile = try await core.administer(
                .setProfile(peer.reference, profile, at: now))
        else { throw RPCStatus(.store(.internalError("A profile's order was misanswered"))) }
        return SetProfileResponse(platform: try await entry(peer.reference.slug))
    }

    func getProfile(
        _ request: GetProfileRequest, _ call: CallContext
    ) async throws(RPCStatus) -> GetProfileResponse {
        let peer = try core.peer(call)
        var slug = request.platformID
        if slug.isEmpty {
            guard peer.reference.kind == .platform else {
                throw .invalid("platform_id", .required)
            }
            slug = peer.reference.slug
        }
        return GetProfileResponse(platform: try await entry(slug))
    }

    func listProfiles(
        _ request: ListProfilesRequest, _ call: CallContext
    ) async throws(RPCStatus) -> ListProfilesResponse {
        let peer = try core.peer(call)
        let pages = core.pages(.profileList, of: peer)
        let after = try pages.position(request.pageToken).map {
            String(decoding: $0, as: UTF8.self)
        }
        let size = core.pageSize(request.pageSize)
        let today = core.clock.reading().dateInParis
        let found = try await core.read { () async throws(StoreError) in
            try await core.store.profiledPlatforms(after: after, limit: size, on: today)
        }
        let last = found.platforms.count == size ? found.platforms.last : nil
        return ListProfilesResponse(
            platforms: found.platforms.map { PlatformEntry($0, on: today) },
            nextPageToken: try pages.token(last.map { Array($0.partner.reference.slug.utf8) }),
            current: UInt32(clamping: found.census.current),
            expired: UInt32(clamping: found.census.expired),
            missing: UInt32(clamping: found.census.missing))
    }

    private func entry(_ slug: String) async throws(RPCStatus) -> PlatformEntry {
        let found = try await core.read { () async throws(StoreError) in
            try await core.store.profiledPlatform(slug)
        }
        guard let found else { throw RPCStatus(.notFound(.platform)) }
        return PlatformEntry(found, on: core.clock.reading().dateInParis)
    }
}

extension RecoursMessages.PlatformEntry {
    fileprivate init(_ found: ProfiledPlatform, on day: CalendarDate) {
        let standing = RecoursCases.ContactStanding(of: found.profile?.profile, on: day)
        self.init(
            platformID: found.partner.reference.slug, name: found.partner.name,
            contactStanding: .init(rawValue: standing.rawValue),
            profile: found.profile.map { .init($0.profile) },
            updatedAtMs: found.profile?.updatedAt.millisecondsSince1970 ?? 0)
    }
}
