// SPDX-License-Identifier: EUPL-1.2

/// What both sides know of a method: its name, its shape, and what repeating it does.
package struct MethodDescriptor: Sendable, Hashable {
    /// How many messages go each way.
    package enum Shape: Sendable, Hashable {
        /// One request, one response.
        case unary
        /// Many requests, one response.
        case clientStreaming
        /// One request, many responses.
        case serverStreaming
        /// Many of both.
        case bidirectional
    }

    /// What repeating a call does; the schema's `idempotency_level`.
    package enum Repeatability: Sendable, Hashable {
        /// It reads: may be repeated at will, and its requests may carry unknown fields.
        case noSideEffects
        /// It writes, and does so once however often it is called with the same key.
        case idempotent
        /// It writes, perhaps again at each call.
        case unknown
    }

    /// As OPEN names it: `recours.v1.CaseService/SubmitCase`.
    package let fullName: String
    /// How many messages go each way.
    package let shape: Shape
    /// What repeating a call does.
    package let repeatability: Repeatability

    /// The descriptor of a method; the generated tables make them.
    package init(fullName: String, shape: Shape, repeatability: Repeatability) {
        self.fullName = fullName
        self.shape = shape
        self.repeatability = repeatability
    }

    /// What becomes of unknown fields in the method's requests: refused unless it only reads.
    package var unknownFields: UnknownFields {
        repeatability == .noSideEffects ? .ignored : .refused
    }
}
