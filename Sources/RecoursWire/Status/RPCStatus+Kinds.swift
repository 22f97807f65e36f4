// SPDX-License-Identifier: EUPL-1.2

package import RecoursMessages

extension RPCStatus {
    /// What does not exist, or may not be seen.
    package static func notFound(_ message: String) -> RPCStatus {
        RPCStatus(.notFound, message)
    }

    /// A request that breaks rules, with all of them (at most 50 are sent).
    package static func invalidArgument(
        _ message: String, violations: [FieldViolation] = []
    ) -> RPCStatus {
        guard !violations.isEmpty else {
            return RPCStatus(.invalidArgument, message)
        }
        var badRequest = BadRequest()
        badRequest.violations = Array(violations.prefix(50))
        return RPCStatus(
            .invalidArgument, message, details: [ErrorDetail(kind: .badRequest(badRequest))])
    }

    /// A server that cannot answer now; nil if it does not know for how long.
    package static func unavailable(
        _ message: String, retryAfterMilliseconds: UInt64? = nil
    ) -> RPCStatus {
        RPCStatus(.unavailable, message, details: retryDetails(retryAfterMilliseconds))
    }

    /// A quota that is used up, by its name and its bound.
    package static func resourceExhausted(
        _ message: String, quota: String, limit: UInt64, retryAfterMilliseconds: UInt64? = nil
    ) -> RPCStatus {
        var failure = QuotaFailure()
        failure.quota = quota
        failure.limit = limit
        return RPCStatus(
            .resourceExhausted, message,
            details: [ErrorDetail(kind: .quotaFailure(failure))]
                + retryDetails(retryAfterMilliseconds))
    }

    /// A status with a stable reason in UPPER_SNAKE_CASE to switch on.
    package static func withReason(
        _ code: Code, _ message: String, reason: String, retryAfterMilliseconds: UInt64? = nil
    ) -> RPCStatus {
        var info = ErrorInfo()
        info.reason = reason
        info.domain = "recours.v1"
        return RPCStatus(
            code, message,
            details: [ErrorDetail(kind: .errorInfo(info))] + retryDetails(retryAfterMilliseconds))
    }

    private static func retryDetails(_ milliseconds: UInt64?) -> [ErrorDetail] {
        guard let milliseconds else {
            return []
        }
        var info = RetryInfo()
        info.retryAfterMs = milliseconds
        return [ErrorDetail(kind: .retryInfo(info))]
    }
}

extension ErrorDetail {
    fileprivate init(kind: Kind) {
        self.init()
        self.kind = kind
    }
}
