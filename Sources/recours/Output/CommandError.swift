// SPDX-License-Identifier: EUPL-1.2

internal import RecoursClient
internal import RecoursCrypto
internal import RecoursMessages

/// Why a command fails: what, why, what to do, and the number of the request in the server's log.
struct CommandError: Error {
    let status: ExitStatus
    let message: String
    let remedy: String
    /// The server's answer, where there is one.
    let cause: RecoursError?

    /// Worded in the language of the command that runs.
    init(_ status: ExitStatus, _ message: some Sentence, remedy: (any Sentence)? = nil) {
        self.init(
            status: status, message: message.text, remedy: remedy?.text ?? "", cause: nil)
    }

    /// The same failure as another status, or with more to do about it.
    init(_ status: ExitStatus, _ failure: CommandError, remedy: (any Sentence)? = nil) {
        self.init(
            status: status, message: failure.message, remedy: remedy?.text ?? failure.remedy,
            cause: failure.cause)
    }

    /// What ended the reading of a file: a failure of our own stays what it is.
    init(_ status: ExitStatus, reading path: String, _ error: any Error) {
        if let own = error as? CommandError {
            self = own
        } else {
            self.init(status, FileSentence.failed(path, why: ForeignWords(error).text))
        }
    }

    /// What RecoursCrypto reports, of the file at `path` if it was one.
    init(_ status: ExitStatus, _ error: CryptoError, path: String? = nil) {
        let message = CryptoSentence.failed(error.code, error.message).text
        self.init(
            status: status,
            message: path.map { FileSentence.failed("`\($0)`", why: message).text } ?? message,
            remedy: CryptoSentence.remedy(error.code, error.remedy).text, cause: nil)
    }

    /// What the SDK reports. `status` overrules the table, for failures whose place says more.
    init(_ error: RecoursError, status: ExitStatus? = nil) {
        self.init(
            status: status ?? ExitStatus(error.code), message: CommandError.message(of: error),
            remedy: CommandError.remedy(for: error), cause: error)
    }

    /// The same, said of one of several things.
    func about(_ name: String) -> CommandError {
        CommandError(
            status: status, message: FileSentence.failed(name, why: message).text, remedy: remedy,
            cause: cause)
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

    /// What the SDK or the server advises, which is English; ours for who reads French, and where
    /// they say nothing.
    private static func remedy(for error: RecoursError) -> String {
        let ours = ourRemedy(for: error)
        if error.remedy.isEmpty { return ours?.text ?? "" }
        if Language.current == .english { return error.remedy }
        return ours?.text ?? ForeignWords(text: error.remedy).text
    }

    private static func ourRemedy(for error: RecoursError) -> FailureSentence? {
        if error.outcomeIsUnknown { return .outcomeUnknown }
        switch error.code {
        case .unavailable: return .lookAtPath
        case .deadlineExceeded where error.origin == .client: return .lookAtPath
        case .permissionDenied: return .seeWhoYouAre
        case .unauthenticated: return .newCertificate
        case .notFound: return .checkNumber
        case .failedPrecondition: return .seeTheCase
        case .resourceExhausted, .aborted: return .later
        default: return nil
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
