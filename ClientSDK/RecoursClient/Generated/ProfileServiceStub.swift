// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/profile_service.proto.

package import RecoursMessages
package import RecoursTransport

/// A platform owes its sellers a contact and ways of redress (Regulation (EU) 2019/1150): whether
/// it names them is for everybody to see.
package struct ProfileServiceStub: Sendable {
    /// Makes the calls.
    package let caller: any CallMaker

    /// A client of the service whose calls `caller` makes.
    package init(caller: any CallMaker) {
        self.caller = caller
    }

    /// Sets the caller's own profile; for platforms.
    package func setProfile(
        _ request: SetProfileRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> SetProfileResponse {
        try await caller.unary(ProfileServiceMethods.setProfile, request, options)
    }

    /// Calls `recours.v1.ProfileService/GetProfile`.
    package func getProfile(
        _ request: GetProfileRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> GetProfileResponse {
        try await caller.unary(ProfileServiceMethods.getProfile, request, options)
    }

    /// All platforms by slug, also those without a profile.
    package func listProfiles(
        _ request: ListProfilesRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> ListProfilesResponse {
        try await caller.unary(ProfileServiceMethods.listProfiles, request, options)
    }
}
