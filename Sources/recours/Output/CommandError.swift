// SPDX-License-Identifier: EUPL-1.2

internal import RecoursClient
internal import RecoursMessages

/// Why a command fails: what, why, what to do, and the number of the request in the server's log.
struct CommandError: Error {
    let status: ExitStatus
    let message: String
    let remedy: String
    /// The server's answer, where there is one.
    let cause: RecoursError?

    init(_ status: ExitStatus, _ message: String, remedy: String = "") {
        self.status = status
        self.message = message
        self.remedy = remedy
        cause = nil
    }

    /// What the SDK reports. `status` overrules the table, for failures whose place says more.
    init(_ error: RecoursError, status: ExitStatus? = nil) {
        self.status = status ?? ExitStatus(error.code)
        message = error.message
        remedy = error.remedy.isEmpty ? CommandError.remedy(for: error) : error.remedy
        cause = error
    }

    /// The same, said of one of several things.
    func about(_ name: String) -> CommandError {
        CommandError(status: status, message: "\(name): \(message)", remedy: remedy, cause: cause)
    }

    private init(status: ExitStatus, message: String, remedy: String, cause: RecoursError?) {
        self.status = status
        self.message = message
        self.remedy = remedy
        self.cause = cause
    }

    private static func remedy(for error: RecoursError) -> String {
        if error.outcomeIsUnknown {
            return "It may have been done although no answer came; look before you repeat it."
        }
        switch error.code {
        case .unavailable: return "Look at the path to the server with `recours doctor`."
        case .permissionDenied: return "See who you are to the server with `recours doctor`."
        case .unauthenticated: return "Ask the operator for a certificate that is valid now."
        case .notFound: return "Check the number, and that the case is yours to see."
        case .failedPrecondition: return "See where the case stands with `recours status`."
        case .resourceExhausted, .aborted: return "Try again later."
        default: return ""
        }
    }
}

/// The same as one JSON document for `--json`.
struct ErrorReport: Encodable {
    let code: String
    let exitCode: Int32
    let message: String
    let remedy: String
    let requestId: String
    let attempts: Int
    let outcomeIsUnknown: Bool
    let details: [ErrorDetail]

    init(_ error: CommandError) {
        code = error.cause.map { $0.code.name ?? "\($0.code.rawValue)" } ?? "\(error.status)"
        exitCode = error.status.rawValue
        message = error.message
        remedy = error.remedy
        requestId = error.cause?.requestID ?? ""
        attempts = error.cause?.attempts ?? 0
        outcomeIsUnknown = error.cause?.outcomeIsUnknown ?? false
        details = error.cause?.details ?? []
    }
}
