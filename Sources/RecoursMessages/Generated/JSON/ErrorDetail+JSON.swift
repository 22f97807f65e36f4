// SPDX-License-Identifier: EUPL-1.2

// Written by recours-codegen from Protos/recours/v1/errors.proto.

extension ErrorDetail {
    /// Reads the message's JSON form; throws `DecodingError` with the path.
    public init(from decoder: any Decoder) throws {
        var json = try JSONReader(decoder)
        self.init()
        try json.read(
            &kind, Kind.errorInfo, as: JSONPlain<ErrorInfo>.self, "errorInfo", "error_info")
        try json.read(
            &kind, Kind.badRequest, as: JSONPlain<BadRequest>.self, "badRequest", "bad_request")
        try json.read(
            &kind, Kind.retryInfo, as: JSONPlain<RetryInfo>.self, "retryInfo", "retry_info")
        try json.read(
            &kind,
            Kind.quotaFailure,
            as: JSONPlain<QuotaFailure>.self,
            "quotaFailure",
            "quota_failure")
        try json.read(
            &kind,
            Kind.resourceInfo,
            as: JSONPlain<ResourceInfo>.self,
            "resourceInfo",
            "resource_info")
        try json.read(
            &kind,
            Kind.stateConflict,
            as: JSONPlain<StateConflict>.self,
            "stateConflict",
            "state_conflict")
        try json.read(
            &kind,
            Kind.idempotencyConflict,
            as: JSONPlain<IdempotencyConflict>.self,
            "idempotencyConflict",
            "idempotency_conflict")
        try json.finish()
    }

    /// Writes the message's JSON form, without what is absent or default.
    public func encode(to encoder: any Encoder) throws {
        var json = JSONWriter(encoder)
        switch kind {
        case .errorInfo(let value):
            try json.write(Optional(value), "errorInfo")
        case .badRequest(let value):
            try json.write(Optional(value), "badRequest")
        case .retryInfo(let value):
            try json.write(Optional(value), "retryInfo")
        case .quotaFailure(let value):
            try json.write(Optional(value), "quotaFailure")
        case .resourceInfo(let value):
            try json.write(Optional(value), "resourceInfo")
        case .stateConflict(let value):
            try json.write(Optional(value), "stateConflict")
        case .idempotencyConflict(let value):
            try json.write(Optional(value), "idempotencyConflict")
        case nil: break
        }
    }
}
