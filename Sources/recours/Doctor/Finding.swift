// SPDX-License-Identifier: EUPL-1.2

/// What one look at the way to the server has found.
struct Finding: Encodable, Sendable {
    enum Verdict: String, Encodable, Sendable {
        case ok
        case warning
        case fail

        var sentence: DoctorVerdict {
            switch self {
            case .ok: .ok
            case .warning: .warning
            case .fail: .fail
            }
        }
    }

    let check: DoctorCheck
    let verdict: Verdict
    let what: DoctorSentence
    /// What to do; nil if all is well.
    var advice: DoctorRemedy?

    var text: String { what.text }
    var remedy: String { advice?.text ?? "" }

    static func ok(_ check: DoctorCheck, _ what: DoctorSentence) -> Finding {
        Finding(check: check, verdict: .ok, what: what)
    }

    static func warning(
        _ check: DoctorCheck, _ what: DoctorSentence, _ advice: DoctorRemedy
    ) -> Finding {
        Finding(check: check, verdict: .warning, what: what, advice: advice)
    }

    static func fail(
        _ check: DoctorCheck, _ what: DoctorSentence, _ advice: DoctorRemedy
    ) -> Finding {
        Finding(check: check, verdict: .fail, what: what, advice: advice)
    }

    private enum CodingKeys: CodingKey {
        case check, verdict, text, remedy
    }

    /// In English, as all that programs read.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(check.english, forKey: .check)
        try container.encode(verdict, forKey: .verdict)
        try container.encode(what.english, forKey: .text)
        try container.encode(advice?.english ?? "", forKey: .remedy)
    }
}
