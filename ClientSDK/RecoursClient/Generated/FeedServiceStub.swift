// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/feed_service.proto.

package import RecoursMessages
package import RecoursTransport

/// Listings stream in as they are seen, and each is answered at once with the claims it may break.
package struct FeedServiceStub: Sendable {
    /// Makes the calls.
    package let caller: any CallMaker

    /// A client of the service whose calls `caller` makes.
    package init(caller: any CallMaker) {
        self.caller = caller
    }

    /// A platform sends its own listings, associations and businesses those of any platform. What
    /// matches nothing is not stored. What neither the claim's registrant nor the platform has seen
    /// is never reported without a person.
    package func observeListings(
        _ options: CallOptions
    ) async throws(CallFailure) -> StreamingCall<ListingSnapshot, SnapshotResult> {
        try await caller.streaming(FeedServiceMethods.observeListings, options)
    }
}
