// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/feed_service.proto.

/// The methods of `recours.v1.FeedService`.
package enum FeedServiceMethods {
    /// A platform sends its own listings, associations and businesses those of any platform. What
    /// matches nothing is not stored. What neither the claim's registrant nor the platform has seen
    /// is never reported without a person.
    package static let observeListings = MethodDescriptor(
        fullName: "recours.v1.FeedService/ObserveListings",
        shape: .bidirectional, repeatability: .idempotent)

    /// All of them, in the schema's order.
    package static var all: [MethodDescriptor] {
        [
            observeListings,
        ]
    }
}
