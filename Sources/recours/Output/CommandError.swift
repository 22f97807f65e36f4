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
        message = CommandError.message(of: error)
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

    /// The server's words, or ours for what it says in types.
    private static func message(of error: RecoursError) -> String {
        if let conflict = error.stateConflict {
            let state = CaseState(rawValue: conflict.state)
            return FailureSentence.state(state, version: conflict.version).text
        }
        return FailureSentence.server(error.code, error.message).text
    }

    private static func remedy(for error: RecoursError) -> String {
        if error.outcomeIsUnknown { return FailureSentence.outcomeUnknown.text }
        switch error.code {
        case .unavailable: return FailureSentence.lookAtPath.text
        case .permissionDenied: return FailureSentence.seeWhoYouAre.text
        case .unauthenticated: return FailureSentence.newCertificate.text
        case .notFound: return FailureSentence.checkNumber.text
        case .failedPrecondition: return FailureSentence.seeTheCase.text
        case .resourceExhausted, .aborted: return FailureSentence.later.text
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
        // Programs get the server's own words.
        message = error.cause?.message ?? error.message
        remedy = error.remedy
        requestId = error.cause?.requestID ?? ""
        attempts = error.cause?.attempts ?? 0
        outcomeIsUnknown = error.cause?.outcomeIsUnknown ?? false
        details = error.cause?.details ?? []
    }
}
