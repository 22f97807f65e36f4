// SPDX-License-Identifier: EUPL-1.2

package import NIOCore
package import RecoursMessages
package import RecoursWire

/// What a handler may know of its call. It names no frame and no TLS type, so the same handler
/// serves whatever brought the call. Copying it copies one reference.
package struct CallContext: Sendable {
    /// The call whose handler this task runs, for what lies too deep to be handed it.
    @TaskLocal package static var current: CallContext?

    private let call: ServerCall

    init(_ call: ServerCall) {
        self.call = call
    }

    /// `recours.v1.CaseService/SubmitCase`.
    package var method: String { call.entry.method.fullName }
    /// What the interceptor keeps of the method.
    package var kept: (any Sendable & AnyObject)? { call.entry.kept }
    /// The connection the call came over.
    package var peer: PeerConnection { call.link.peer }
    /// What admission returned for the connection.
    package var identity: any Sendable & AnyObject { call.link.identity }
    /// When the caller stops waiting; nil if it named no time.
    package var deadline: MonotonicInstant? { call.opening.deadline }
    /// 16 bytes chosen by the client, the same at each attempt; empty if it sent none.
    package var idempotencyKey: [UInt8] { call.opening.idempotencyKey }
    /// 0 for the first attempt, then 1, 2, ….
    package var attempt: UInt32 { call.opening.attempt }
    /// What the client sent beside the request; at most 8 KiB.
    package var metadata: [WireMetadataEntry] { call.opening.metadata }
    /// W3C `traceparent`, or empty.
    package var traceparent: String { call.opening.traceparent }
    /// Names the call in logs and to the client: unique as long as the server runs.
    package var requestID: String { call.requestID }
    /// Runs closures and tasks on the connection's event loop; one object for all of a loop's
    /// calls.
    package var executor: LoopExecutor { call.link.executor }
    /// The connection's event loop, where handlers run.
    package var eventLoop: any EventLoop { call.link.executor.eventLoop }

    /// Whole milliseconds until the deadline, 0 once it has passed; nil without one.
    package var remainingMilliseconds: UInt64? {
        deadline.map { $0.nanoseconds(since: .now) / 1_000_000 }
    }

    /// Time until the deadline, zero once it has passed; nil without one.
    package var timeRemaining: Duration? {
        deadline.map { .nanoseconds(Int64(clamping: $0.nanoseconds(since: .now))) }
    }
}
