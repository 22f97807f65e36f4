// SPDX-License-Identifier: EUPL-1.2

package import RecoursMessages
package import RecoursWire

/// What a handler may know of its call. It names no frame and no TLS type, so the same handler
/// serves whatever brought the call.
package struct CallContext: Sendable {
    private let facts: CallFacts

    init(_ facts: CallFacts) {
        self.facts = facts
    }

    /// `recours.v1.CaseService/SubmitCase`.
    package var method: String { facts.method }
    /// The connection the call came over.
    package var peer: PeerConnection { facts.peer }
    /// What admission made of the connection's certificate.
    package var identity: (any Sendable)? { facts.peer.identity }
    /// When the caller stops waiting; nil if it named no time.
    package var deadline: MonotonicInstant? { facts.opening.deadline }
    /// 16 bytes, or none.
    package var idempotencyKey: [UInt8] { facts.opening.idempotencyKey }
    /// 0 for the first attempt.
    package var attempt: UInt32 { facts.opening.attempt }
    package var metadata: [WireMetadataEntry] { facts.opening.metadata }
    package var traceparent: String { facts.opening.traceparent }
    /// Names the call in logs: unique as long as the server runs.
    package var requestID: String { "\(facts.peer.number)-\(facts.opening.call)" }
    /// Runs closures on the call's event loop, many for one wake-up.
    package var loopSink: EventLoopSink { facts.peer.loopSink }

    /// Milliseconds until the deadline, 0 once it has passed; nil without one.
    package var remainingMilliseconds: UInt64? {
        deadline.map { $0.nanoseconds(since: .now) / 1_000_000 }
    }
}

/// The facts behind a context: one allocation a call.
final class CallFacts: Sendable {
    let method: String
    let opening: CallOpening
    let peer: PeerConnection

    init(opening: CallOpening, method: String, peer: PeerConnection) {
        self.opening = opening
        self.method = method
        self.peer = peer
    }
}
