// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/profile_service.proto.

package import RecoursMessages
package import RecoursTransport

/// A platform owes its sellers a contact and ways of redress (Regulation (EU) 2019/1150): whether
/// it names them is for everybody to see.
package protocol ProfileServiceHandling: Sendable {
    /// Sets the caller's own profile; for platforms.
    func setProfile(
        _ request: SetProfileRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> SetProfileResponse

    /// Answers `recours.v1.ProfileService/GetProfile`.
    func getProfile(
        _ request: GetProfileRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> GetProfileResponse

    /// All platforms by slug, also those without a profile.
    func listProfiles(
        _ request: ListProfilesRequest,
        _ call: CallContext
    ) async throws(RPCStatus) -> ListProfilesResponse
}

extension ProfileServiceHandling {
    /// Adds the service's methods to a router.
    package func register(in router: inout MethodRouter) {
        router.unary(ProfileServiceMethods.setProfile) {
            (
                request: SetProfileRequest, call: CallContext
            ) async throws(RPCStatus) -> SetProfileResponse in
            try await self.setProfile(request, call)
        }
        router.unary(ProfileServiceMethods.getProfile) {
            (
                request: GetProfileRequest, call: CallContext
            ) async throws(RPCStatus) -> GetProfileResponse in
            try await self.getProfile(request, call)
        }
        router.unary(ProfileServiceMethods.listProfiles) {
            (
                request: ListProfilesRequest, call: CallContext
            ) async throws(RPCStatus) -> ListProfilesResponse in
            try await self.listProfiles(request, call)
        }
    }
}
