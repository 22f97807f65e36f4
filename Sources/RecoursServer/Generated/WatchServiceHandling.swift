// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/watch_service.proto.

package import RecoursMessages
package import RecoursTransport

/// A watch says what came after a place, then each change as it is made durable. Whoever resumes
/// from the last place they were told misses nothing and sees nothing twice. If nothing happens,
/// the place comes again at least every 30 seconds: a watch that has been silent for longer is
/// dead. A reader that does not read is not sent more than its credit: its watch waits for it, on
/// one page. A watch ends with UNAVAILABLE when the server drains, and is to be resumed at the next
/// one; a partner may hold 32 watches, beyond them RESOURCE_EXHAUSTED.
package protocol WatchServiceHandling: Sendable {
    /// The caller's inbox: what PullCases gives, without asking again.
    func watchInbox(
        _ request: WatchInboxRequest,
        _ responses: OutboundMessages<WatchInboxResponse>,
        _ call: CallContext
    ) async throws(RPCStatus)

    /// One case. NOT_FOUND also later, once the caller may no longer see it.
    func watchCase(
        _ request: WatchCaseRequest,
        _ responses: OutboundMessages<WatchCaseResponse>,
        _ call: CallContext
    ) async throws(RPCStatus)

    /// The mediators' common queue: each change of a case that concerns mediators, and whether the
    /// case waits for one now. For mediators.
    func watchQueue(
        _ request: WatchQueueRequest,
        _ responses: OutboundMessages<WatchQueueResponse>,
        _ call: CallContext
    ) async throws(RPCStatus)
}

extension WatchServiceHandling {
    /// Adds the service's methods to a router.
    package func register(in router: inout MethodRouter) {
        router.serverStreaming(WatchServiceMethods.watchInbox) {
            (
                request: WatchInboxRequest,
                responses: OutboundMessages<WatchInboxResponse>,
                call: CallContext
            ) async throws(RPCStatus) in
            try await self.watchInbox(request, responses, call)
        }
        router.serverStreaming(WatchServiceMethods.watchCase) {
            (
                request: WatchCaseRequest,
                responses: OutboundMessages<WatchCaseResponse>,
                call: CallContext
            ) async throws(RPCStatus) in
            try await self.watchCase(request, responses, call)
        }
        router.serverStreaming(WatchServiceMethods.watchQueue) {
            (
                request: WatchQueueRequest,
                responses: OutboundMessages<WatchQueueResponse>,
                call: CallContext
            ) async throws(RPCStatus) in
            try await self.watchQueue(request, responses, call)
        }
    }
}
