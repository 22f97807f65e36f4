// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/feed_service.proto.

package import RecoursMessages
package import RecoursTransport

/// Listings stream in as they are seen, and each is answered at once with the claims it may break.
package protocol FeedServiceHandling: Sendable {
    /// A platform sends its own listings, associations and businesses those of any platform. What
    /// matches nothing is not stored. What neither the claim's registrant nor the platform has seen
    /// is never reported without a person.
    func observeListings(
        _ requests: InboundMessages<ListingSnapshot>,
        _ responses: OutboundMessages<SnapshotResult>,
        _ call: CallContext
    ) async throws(RPCStatus)
}

extension FeedServiceHandling {
    /// Adds the service's methods to a router.
    package func register(in router: inout MethodRouter) {
        router.bidirectional(FeedServiceMethods.observeListings) {
            (
                requests: InboundMessages<ListingSnapshot>,
                responses: OutboundMessages<SnapshotResult>,
                call: CallContext
            ) async throws(RPCStatus) in
            try await self.observeListings(requests, responses, call)
        }
    }
}
