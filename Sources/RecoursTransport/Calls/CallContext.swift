// SPDX-License-Identifier: EUPL-1.2

package import RecoursMessages
package import RecoursWire

/// What a handler may know of its call. It names no frame and no TLS type, so the same handler
/// serves whatever brought the call. Copying it copies one reference.
package struct CallContext: Sendable {
    private let facts: CallFacts

    init(_ facts: CallFacts) {
        self.facts = facts
    }

    /// `recours.v1.CaseService/SubmitCase`.
    package var method: String { facts.method }
    /// The connection the call came over.
    package var peer: PeerConnection { facts.peer }
    /// What admission returned for the connection.
    package var identity: any Sendable & AnyObject { facts.identity }
    /// When the caller stops waiting; nil if it named no time.
    package var deadline: MonotonicInstant? { facts.opening.deadline }
    /// 16 bytes chosen by the client, the same at each attempt; empty if it sent none.
    package var idempotencyKey: [UInt8] { facts.opening.idempotencyKey }
    /// 0 for the first attempt, then 1, 2, ….
    package var attempt: UInt32 { facts.opening.attempt }
    /// What the client sent beside the request; at most 8 KiB.
    package var metadata: [WireMetadataEntry] { facts.opening.metadata }
    /// W3C `traceparent`, or empty.
    package var traceparent: String { facts.opening.traceparent }
    /// Names the call in logs and to the client: unique as long as the server runs.
    package var requestID: String { "\(facts.peer.number)-\(facts.opening.call)" }
    /// Runs closures and tasks on the connection's event loop.
    package var executor: LoopExecutor { facts.executor }

    /// Whole milliseconds until the deadline, 0 once it has passed; nil without one.
    package var remainingMilliseconds: UInt64? {
        deadline.map { $0.nanoseconds(since: .now) / 1_000_000 }
    }
}

/// The facts behind a context: one allocation a call.
final class CallFacts: Sendable {
    let method: String
    let opening: CallOpening
    let peer: PeerConnection
    let identity: any Sendable & AnyObject
    let executor: LoopExecutor

    init(
        opening: CallOpening, method: String, peer: PeerConnection,
        identity: any Sendable & AnyObject, executor: LoopExecutor
    ) {
        self.opening = opening
        self.method = method
        self.peer = peer
        self.identity = identity
        self.executor = executor
    }
}
