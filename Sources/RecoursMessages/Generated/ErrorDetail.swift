// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/errors.proto.

/// One detail. The shapes follow google/rpc/error_details.proto, and two of our own.
public struct ErrorDetail: RecoursMessage {
    /// One of several, or none: `kind`.
    public var kind: Kind?

    /// A message of these values; what is left out is absent or has its default.
    public init(
        kind: Kind? = nil
    ) {
        self.kind = kind
    }

    /// The members of `kind`.
    public enum Kind: Sendable, Hashable {
        /// Field 1, `error_info`.
        case errorInfo(ErrorInfo)
        /// Field 2, `bad_request`.
        case badRequest(BadRequest)
        /// Field 3, `retry_info`.
        case retryInfo(RetryInfo)
        /// Field 4, `quota_failure`.
        case quotaFailure(QuotaFailure)
        /// Field 5, `resource_info`.
        case resourceInfo(ResourceInfo)
        /// Field 6, `state_conflict`.
        case stateConflict(StateConflict)
        /// Field 7, `idempotency_conflict`.
        case idempotencyConflict(IdempotencyConflict)
    }

    /// `recours.v1.ErrorDetail`.
    public static var protoName: String { "recours.v1.ErrorDetail" }

    /// How the message is encoded and decoded.
    public static var coding: MessageCoding<Self> { MessageCoding() }
}
