// SPDX-License-Identifier: EUPL-1.2

internal import RecoursCaseCoding
internal import RecoursCases
internal import RecoursMessages
internal import RecoursStore
package import RecoursWire

extension RPCStatus {
    /// The status that a fault's row in the table gives, with all its details.
    package init(_ fault: Fault) {
        let row = fault.row
        var details = [
            ErrorDetail(
                kind: .errorInfo(ErrorInfo(reason: row.reason, domain: RPCStatus.errorDomain)))
        ]
        if let wait = row.retryAfterMilliseconds {
            details.append(ErrorDetail(kind: .retryInfo(RetryInfo(retryAfterMs: wait))))
        }
        if let detail = fault.detail { details.append(detail) }
        self.init(Code(row.code), fault.message, details: details)
    }

    private static let errorDomain = "recours.v1"

    /// A request whose form is wrong in one field.
    static func invalid(_ fieldPath: String, _ code: ViolationCode) -> RPCStatus {
        RPCStatus(.invalid([Violation(fieldPath, code)]))
    }
}

extension RecoursMessages.Status {
    /// A status as the refusal of one item of a stream.
    init(_ status: RPCStatus, requestID: String) {
        self.init(
            code: StatusCode(rawValue: status.code.rawValue), message: status.message,
            details: status.details, requestID: requestID)
    }
}

extension RPCStatus.Code {
    fileprivate init(_ row: Fault.StatusRow) {
        self =
            switch row {
            case .cancelled: .cancelled
            case .aborted: .aborted
            case .invalidArgument: .invalidArgument
            case .notFound: .notFound
            case .alreadyExists: .alreadyExists
            case .permissionDenied: .permissionDenied
            case .resourceExhausted: .resourceExhausted
            case .failedPrecondition: .failedPrecondition
            case .outOfRange: .outOfRange
            case .internal: .internal
            case .unavailable: .unavailable
            case .dataLoss: .dataLoss
            case .unauthenticated: .unauthenticated
            }
    }
}

extension Fault {
    /// What programs need beside the reason.
    fileprivate var detail: ErrorDetail? {
        switch self {
        case .invalid(let violations): ErrorDetail(violations)
        case .refusal(let refusal):
            switch refusal.code {
            case .invalid(let violations): ErrorDetail(violations)
            case .stateConflict(let state, let version):
                ErrorDetail(
                    kind: .stateConflict(StateConflict(state: state.rawValue, version: version)))
            case .notFound: Fault.notFound(.caseFile).detail
            case .notAllowed, .anotherMediator, .recused, .brokenHistory: nil
            }
        case .conflict(let conflict):
            ErrorDetail(
                kind: .idempotencyConflict(
                    RecoursMessages.IdempotencyConflict(
                        caseID: conflict.earlier.bytes, field: conflict.field.rawValue)))
        case .keyUsedBefore:
            ErrorDetail(
                kind: .idempotencyConflict(
                    RecoursMessages.IdempotencyConflict(
                        field: RecoursStore.IdempotencyConflict.Field.idempotencyKey.rawValue)))
        case .notFound(let resource), .alreadyThere(let resource):
            ErrorDetail(kind: .resourceInfo(ResourceInfo(resourceType: resource.rawValue)))
        case .quota(let quota, let limit):
            ErrorDetail(
                kind: .quotaFailure(
                    QuotaFailure(quota: quota.rawValue, limit: UInt64(clamping: limit))))
        case .overQuota(let excess):
            ErrorDetail(
                kind: .quotaFailure(
                    QuotaFailure(quota: excess.quota.rawValue, limit: excess.limit)))
        case .evidence(let fault): Fault.detail(of: fault)
        case .methodNotAllowed, .notAPartner, .cursorExpired, .tooManyKeys, .keyBoundElsewhere,
            .noAuthority, .noSandbox, .noBackupDirectory, .backupUnderWay, .draining, .worksNotRead,
            .cancelled, .store:
            nil
        }
    }
}
