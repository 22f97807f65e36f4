// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/profile_service.proto.

/// The methods of `recours.v1.ProfileService`.
package enum ProfileServiceMethods {
    /// Sets the caller's own profile; for platforms.
    package static let setProfile = MethodDescriptor(
        fullName: "recours.v1.ProfileService/SetProfile",
        shape: .unary, repeatability: .idempotent)
    /// `recours.v1.ProfileService/GetProfile`.
    package static let getProfile = MethodDescriptor(
        fullName: "recours.v1.ProfileService/GetProfile",
        shape: .unary, repeatability: .noSideEffects)
    /// All platforms by slug, also those without a profile.
    package static let listProfiles = MethodDescriptor(
        fullName: "recours.v1.ProfileService/ListProfiles",
        shape: .unary, repeatability: .noSideEffects)

    /// All of them, in the schema's order.
    package static var all: [MethodDescriptor] {
        [
            setProfile,
            getProfile,
            listProfiles,
        ]
    }
}
