// SPDX-License-Identifier: EUPL-1.2

/// What one look at the way to the server has found.
struct Finding: Encodable, Equatable, Sendable {
    enum Verdict: String, Encodable, Sendable {
        case ok
        case warning
        case fail
    }

    let check: String
    let verdict: Verdict
    let text: String
    /// What to do; empty if all is well.
    var remedy = ""

    static func ok(_ check: String, _ text: String) -> Finding {
        Finding(check: check, verdict: .ok, text: text)
    }

    static func warning(_ check: String, _ text: String, _ remedy: String) -> Finding {
        Finding(check: check, verdict: .warning, text: text, remedy: remedy)
    }

    static func fail(_ check: String, _ text: String, _ remedy: String) -> Finding {
        Finding(check: check, verdict: .fail, text: text, remedy: remedy)
    }
}
