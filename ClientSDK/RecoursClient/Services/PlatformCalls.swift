// SPDX-License-Identifier: EUPL-1.2

public import RecoursMessages
internal import RecoursTransport

/// How platforms can be reached, and where their decisions can be contested. Get it from
/// `RecoursClient.platforms`.
public struct PlatformCalls: Sendable {
    let client: RecoursClient

    /// Sets the caller's own profile; for platforms.
    ///
    /// - Throws: `invalidArgument` with all `violations`.
    public func set(
        _ profile: PlatformProfile, deadline: Duration? = nil
    ) async throws(RecoursError) -> PlatformEntry {
        let request = SetProfileRequest(profile: profile)
        return try await client.caller.call(
            ProfileServiceMethods.setProfile, key: IdempotencyKey(), deadline: deadline
        ) { maker, options async throws(CallFailure) in
            try await ProfileServiceStub(caller: maker).setProfile(request, options)
        }.platform.present("SetProfileResponse.platform")
    }

    /// A platform with its profile, and whether its contact is good today.
    ///
    /// - Parameter platformID: its slug; a platform that leaves it out gets its own.
    public func get(
        _ platformID: String = "", deadline: Duration? = nil
    ) async throws(RecoursError) -> PlatformEntry {
        let request = GetProfileRequest(platformID: platformID)
        return try await client.caller.call(
            ProfileServiceMethods.getProfile, deadline: deadline
        ) { maker, options async throws(CallFailure) in
            try await ProfileServiceStub(caller: maker).getProfile(request, options)
        }.platform.present("GetProfileResponse.platform")
    }

    /// One page of platforms by slug, and how many of all have a good contact.
    public func list(
        _ request: ListProfilesRequest = ListProfilesRequest(), deadline: Duration? = nil
    ) async throws(RecoursError) -> ListProfilesResponse {
        try await client.caller.call(ProfileServiceMethods.listProfiles, deadline: deadline) {
            maker, options async throws(CallFailure) in
            try await ProfileServiceStub(caller: maker).listProfiles(request, options)
        }
    }
}
