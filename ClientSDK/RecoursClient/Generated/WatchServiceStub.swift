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
package struct WatchServiceStub: Sendable {
    /// Makes the calls.
    package let caller: any CallMaker

    /// A client of the service whose calls `caller` makes.
    package init(caller: any CallMaker) {
        self.caller = caller
    }

    /// The caller's inbox: what PullCases gives, without asking again.
    package func watchInbox(
        _ request: WatchInboxRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> StreamingCall<WatchInboxRequest, WatchInboxResponse> {
        let call: StreamingCall<WatchInboxRequest, WatchInboxResponse> =
            try await caller.streaming(WatchServiceMethods.watchInbox, options)
        try await call.send(request)
        call.finishSending()
        return call
    }

    /// One case. NOT_FOUND also later, once the caller may no longer see it.
    package func watchCase(
        _ request: WatchCaseRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> StreamingCall<WatchCaseRequest, WatchCaseResponse> {
        let call: StreamingCall<WatchCaseRequest, WatchCaseResponse> =
            try await caller.streaming(WatchServiceMethods.watchCase, options)
        try await call.send(request)
        call.finishSending()
        return call
    }

    /// The mediators' common queue: each change of a case that concerns mediators, and whether the
    /// case waits for one now. For mediators.
    package func watchQueue(
        _ request: WatchQueueRequest,
        _ options: CallOptions
    ) async throws(CallFailure) -> StreamingCall<WatchQueueRequest, WatchQueueResponse> {
        let call: StreamingCall<WatchQueueRequest, WatchQueueResponse> =
            try await caller.streaming(WatchServiceMethods.watchQueue, options)
        try await call.send(request)
        call.finishSending()
        return call
    }
}
